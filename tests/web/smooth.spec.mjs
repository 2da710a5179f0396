// The page's own thread is never kept busy for long, and a long reading shows how far it is and can be stopped.
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { dirname } from 'node:path';
import { test, expect, open, takeSample, go, fact, costed } from './page.mjs';
import { manyDeals } from './files.mjs';
import { makeDeals } from '../../benches/import/files.mjs';

const MOST_MILLISECONDS = 50;
const N_ATTEMPTS = 3;
const N_ROWS = 200_000;
const TRACED = ['toplevel', 'devtools.timeline', 'v8.execute'];

test.describe.configure({ timeout: 300_000 });

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    window.longTasks = [];
    new PerformanceObserver((list) => window.longTasks.push(...list.getEntries().map((task) => Math.round(task.duration))))
      .observe({ type: 'longtask', buffered: true });
  });
});

/**
 * Does something up to three times; the longest task of the calmest time must be short enough. What counts is the
 * processor's time, which other programs do not stretch; on a machine that does nothing else, the clock's as well.
 */
async function calm(page, name, act) {
  const [clock, work] = [[], []];
  for (let n = 0; n < N_ATTEMPTS; n += 1) {
    await page.evaluate(() => { window.longTasks.length = 0; });
    await page.context().browser().startTracing(page, { categories: TRACED });
    await act(n);
    await settled(page);
    clock.push(await page.evaluate(() => Math.max(0, ...window.longTasks)));
    work.push(longestTask(JSON.parse(await page.context().browser().stopTracing())));
    if (Math.max(clock.at(-1), work.at(-1).time) <= MOST_MILLISECONDS) break;
  }
  const best = work.reduce((best, one) => (one.time < best.time ? one : best));
  const times = (list) => list.map((time) => time || 'under 50').join(', ');
  const longest = `longest task ${times(work.map(({ time }) => time))} ms of work (the first: ${work[0].parts})`;
  console.log(`${name}: ${longest}; by the clock ${times(clock)} ms`);
  expect(best.n, 'tasks that were seen').toBeGreaterThan(10);
  expect.soft(best.time, `${name}: longest task, ms of work: ${best.parts}`).toBeLessThanOrEqual(MOST_MILLISECONDS);
  if (loadavg()[0] < cpus().length / 2) {
    expect.soft(Math.min(...clock), `${name}: longest task, ms by the clock`).toBeLessThanOrEqual(MOST_MILLISECONDS);
  }
}

/** After a frame and a task of their own: what was answered from within a task is not in the trace before that task ends. */
function settled(page) {
  return page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
}

/** The main thread's task that took most of the processor's time, and what it spent it on. */
function longestTask({ traceEvents }) {
  const thread = ({ pid, tid }) => `${pid} ${tid}`;
  const main = new Set(traceEvents.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(thread));
  const events = traceEvents.filter((event) => event.ph === 'X' && event.tdur > 0 && main.has(thread(event)));
  const tasks = events.filter(({ name }) => name.endsWith('RunTask'));
  const task = tasks.reduce((most, one) => (one.tdur > most.tdur ? one : most), { tdur: 0, ts: 0, dur: 0 });
  const inside = events.filter((event) => event.tdur > 2000 && !event.name.endsWith('RunTask') && event.pid === task.pid
    && event.tid === task.tid && event.ts >= task.ts && event.ts < task.ts + task.dur);
  const parts = inside.sort((a, b) => b.tdur - a.tdur).slice(0, 6)
    .map(({ name, tdur, args }) => `${name} ${args.data?.functionName ?? args.data?.type ?? ''} ${Math.round(tdur / 1000)}`).join(', ');
  return { time: Math.round(task.tdur / 1000), parts, n: tasks.length };
}

/** The big file on disk: handed over by path, so that the page does what it does with a real one. */
function bigFile(testInfo) {
  const path = testInfo.outputPath('many_deals.csv');
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, manyDeals(N_ROWS).buffer);
  return path;
}

test('a task that takes too long is noticed', async ({ page, address, browser }) => {
  await open(page, address);
  await browser.startTracing(page, { categories: TRACED });
  await page.evaluate(() => {
    let sum = 0;
    for (let n = 0; n < 3e8; n += 1) sum += Math.sqrt(n);
    window.sum = sum;
  });
  await settled(page);
  expect(longestTask(JSON.parse(await browser.stopTracing())).time).toBeGreaterThan(MOST_MILLISECONDS);
});

test(`the page stays free while ${N_ROWS} rows are read and their meaning is changed`, async ({ page, address }, testInfo) => {
  const path = bigFile(testInfo);
  await open(page, address);
  const shares = new Set();
  await page.exposeFunction('tellShare', (share) => shares.add(share));
  await page.evaluate(() => new MutationObserver(() => {
    const bar = document.querySelector('.progress progress');
    if (bar) window.tellShare(bar.value);
  }).observe(document.body, { subtree: true, childList: true, attributes: true }));
  await calm(page, 'import', async (n) => {
    if (n > 0) {
      await go(page, '/scenarios');
      await page.getByRole('button', { name: 'New scenario' }).click();
      await go(page, '/data');
    }
    await page.locator('#files').setInputFiles(path);
    await expect(page.locator('.answer-sentence')).toContainText('200,000 deals, 100,000 of them won for $100,000,000.00', { timeout: 60_000 });
    await page.locator('.mapping').waitFor();
  });
  expect([...shares].filter((share) => share > 0 && share < 1).length, 'shares shown while reading').toBeGreaterThan(2);
  await page.locator('.mapping > summary').filter({ hasText: 'deals' }).first().click();
  const meaning = page.getByLabel('Meaning of account');
  await calm(page, 'mapping change', async () => {
    await meaning.selectOption({ label: 'Not imported' });
    await expect(fact(page, 'Deals')).toHaveText('200,000');
    await expect(page.getByText('Working…')).toHaveCount(0);
    await meaning.selectOption({ label: 'Account' });
    await expect(fact(page, 'Deals')).toHaveText('200,000');
  });
  await calm(page, 'tabs on many deals', () => tabs(page));
  expect.soft(page.faults).toEqual([]);
});

async function tabs(page) {
  for (const [hash, there] of [['/compensation/plan', '.note'], ['/compensation/statements', '.row-button'],
    ['/compensation/costing', '.run'], ['/scenarios', '.row-tools'], ['/data', '.answer']]) {
    await go(page, hash);
    await page.locator(there).first().waitFor();
  }
}

test('the page stays free while ten thousand years are simulated, and between tabs', async ({ page, address }) => {
  await open(page, address);
  await takeSample(page);
  await calm(page, 'tabs on the sample company', () => tabs(page));
  await go(page, '/compensation/costing');
  await costed(page);
  await calm(page, 'simulation', async (n) => {
    const seed = page.getByRole('textbox', { name: 'Seed' });
    await seed.fill(String(100 + n));
    await seed.press('Enter');
    await expect(page.locator('.run')).toContainText(`10,000 simulated years, seed ${100 + n}`, { timeout: 60_000 });
    await page.getByRole('heading', { name: 'Sensitivity and volatility' }).waitFor();
  });
  expect.soft(page.faults).toEqual([]);
});

test('a reading shows how far it is, and stopping it keeps what was there', async ({ page, address }, testInfo) => {
  const path = bigFile(testInfo);
  await open(page, address);
  await takeSample(page);
  const before = await page.locator('.answer-sentence').innerText();
  await page.locator('#files').setInputFiles(path);
  await expect(page.getByText('Reading many_deals.csv')).toBeVisible();
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.locator('.progress')).toHaveCount(0);
  await expect(page.locator('.answer-sentence')).toHaveText(before);
  await go(page, '/compensation/statements');
  await expect(fact(page, 'Paid')).toContainText('$');
  await go(page, '/data');
  await page.locator('#files').setInputFiles([manyDeals(100)]);
  await expect(page.getByRole('heading', { name: 'many_deals.csv' })).toBeVisible();
  await expect(page.locator('.answer-sentence')).toContainText('100 deals, 50 of them won for $50,000.00');
  expect.soft(page.faults).toEqual([]);
});

test('a hundred megabytes are stopped half-way, then read whole, and the page stays free', async ({ page, address }, testInfo) => {
  const path = testInfo.outputPath('deals.csv');
  mkdirSync(dirname(path), { recursive: true });
  const { rows, sum, bytes } = await makeDeals(path);
  expect(bytes).toBeGreaterThan(95e6);
  await open(page, address);
  // Stopped from within the page: half of the file is read in a blink.
  await page.evaluate(() => {
    window.stoppedAt = null;
    new MutationObserver(() => {
      const bar = document.querySelector('.progress progress');
      if (window.stoppedAt === null && bar?.value >= 0.3) {
        window.stoppedAt = bar.value;
        document.querySelector('.progress button').click();
      }
    }).observe(document.body, { subtree: true, childList: true, attributes: true });
  });
  await page.locator('#files').setInputFiles(path);
  await page.waitForFunction(() => window.stoppedAt !== null);
  expect(await page.evaluate(() => window.stoppedAt)).toBeLessThan(1);
  await expect(page.locator('.progress')).toHaveCount(0);
  await expect(page.locator('.answer-sentence')).toHaveCount(0);
  await calm(page, '100 MB', async (n) => {
    if (n > 0) {
      await go(page, '/scenarios');
      await page.getByRole('button', { name: 'New scenario' }).click();
      await go(page, '/data');
    }
    await page.locator('#files').setInputFiles(path);
    await expect(page.locator('.answer-sentence')).toContainText(`${rows.toLocaleString('en')} deals`, { timeout: 60_000 });
  });
  await expect(page.locator('.mapping')).toContainText(rows.toLocaleString('en'));
  const shown = (await page.locator('table', { hasText: 'Outcome' }).innerText()).match(/\$[\d,.]+/g);
  const total = shown.reduce((total, text) => total + Math.round(Number(text.replace(/[$,]/g, '')) * 100), 0);
  expect(total).toBe(Math.round(sum * 100));
  expect.soft(page.faults).toEqual([]);
});
