// The same figures from any number of workers, and from the page and the command line.
import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { downloaded, expect, go, open, rename, saved, takeSample, test } from './page.mjs';

/** The command line; the build of the tests leaves it there. */
const ATTAIN = fileURLToPath(new URL('../../target/debug/attain', import.meta.url));
const attain = (...args) => execFileSync(ATTAIN, args, { encoding: 'utf8', maxBuffer: 1 << 28 });

/** The sample company with two plans, costed; gives the scenario file with data. */
async function costed(page, address, n_workers) {
  await open(page, `${address}?workers=${n_workers}`);
  await takeSample(page);
  await rename(page, 'Three faces');
  await go(page, '/compensation/plan');
  await page.getByRole('combobox', { name: 'Add a plan…' }).selectOption({ label: 'Account manager' });
  await expect(page.locator('.plan-chip')).toHaveCount(2);
  await go(page, '/compensation/costing');
  const runs = page.getByRole('textbox', { name: 'Simulated years' });
  await runs.fill('20000');
  await runs.press('Enter');
  const budget = page.getByRole('textbox', { name: /^Budget/ });
  await budget.fill('2400000');
  await budget.press('Enter');
  await expect(page.locator('.run')).toContainText('20,000 simulated years', { timeout: 60_000 });
  await expect(page.locator('.answer-sentence')).toContainText('The budget of');
  await saved(page);
  await go(page, '/scenarios');
  const file = await downloaded(page, () => page.getByRole('button', { name: 'With the data' }).click());
  return JSON.parse(file.bytes);
}

test('one, two and seven workers find the same cost and pay, to the bit', async ({ browser, address }) => {
  test.setTimeout(300_000);
  const files = [];
  for (const n_workers of [1, 2, 7]) {
    const context = await browser.newContext();
    const page = await context.newPage();
    files.push(await costed(page, address, n_workers));
    await context.close();
  }
  const [one, ...others] = files;
  const { summary } = one.scenario;
  expect(summary).toMatchObject({ seed: 1, n_runs: 20_000 });
  expect(summary.cost.map(([plan]) => plan)).toEqual(one.scenario.plans.map((plan) => plan.name));
  for (const [, [p10, p50, p90]] of summary.cost) expect(0 < p10 && p10 < p50 && p50 < p90).toBe(true);
  expect(Number(summary.paid[0][1])).toBeGreaterThan(0);
  for (const other of others) {
    expect(other.scenario).toEqual(one.scenario);
    expect(other.data).toEqual(one.data);
  }
});

test('the command line finds what the page found: cost, pay, every line of the statements', async ({ page, address }, info) => {
  test.setTimeout(180_000);
  expect(existsSync(ATTAIN), 'build the command line first: cargo build --features cli --bin attain').toBe(true);
  const file = await costed(page, address, 2);
  const path = info.outputPath('three-faces.attain.json');
  writeFileSync(path, JSON.stringify(file));
  const run = JSON.parse(attain('scenario', 'run', path, '--json'));
  expect(run.stored.cost).toEqual(run.computed.cost);
  expect(run.computed.paid).toContainEqual(run.stored.paid[0]);
  expect(run.differences).toEqual([]);
  expect(run.agrees).toBe(true);
  expect(run.same_data).toBe(true);
  expect(run.stored.n_runs).toBe(20_000);

  for (const [place, plan] of file.scenario.plans.entries()) {
    await go(page, '/compensation/plan');
    await page.locator('.plan-chip').nth(place).click();
    await expect(page.locator('.plan-chip').nth(place)).toHaveAttribute('aria-pressed', 'true');
    await go(page, '/compensation/statements');
    await expect(page.locator('.answer-sentence')).toContainText(`“${plan.name}” would have paid`);
    const csv = await downloaded(page, () => page.getByRole('button', { name: 'Download all lines' }).click());
    const theirs = attain('pay', '--plan', path, '--plan-name', plan.name, '--csv');
    expect(csv.bytes.toString().split(/\r?\n/).length).toBeGreaterThan(100);
    expect(csv.bytes.toString()).toBe(theirs);
    const { totals } = JSON.parse(attain('pay', '--plan', path, '--plan-name', plan.name, '--json'));
    const paid = Number(totals.paid).toLocaleString('en-US', { style: 'currency', currency: 'USD' });
    await expect(page.locator('.answer .fact-figure').first()).toHaveText(paid);
  }
});

test('the rep calculator pays what the command line pays', async ({ page, address }, info) => {
  test.setTimeout(180_000);
  expect(existsSync(ATTAIN), 'build the command line first: cargo build --features cli --bin attain').toBe(true);
  await open(page, address);
  await go(page, '/compensation/plan');
  const templates = page.locator('.template');
  await templates.first().waitFor();
  const names = await templates.locator('strong').allTextContents();
  for (const [place, name] of names.entries()) {
    if (place === 0) await templates.first().click();
    else await page.getByRole('combobox', { name: 'Add a plan…' }).selectOption({ label: name });
    await expect(page.locator('.plan-chip').nth(place)).toHaveAttribute('aria-pressed', 'true');
  }
  await saved(page);
  await go(page, '/scenarios');
  const file = await downloaded(page, () => page.getByRole('button', { name: 'Without the data' }).click());
  const path = info.outputPath('plans.attain.json');
  writeFileSync(path, file.bytes);
  await go(page, '/compensation/plan');
  const field = (name) => page.locator('.calculator').getByRole('textbox', { name });
  const type = async (name, text) => { await field(name).fill(text); await field(name).press('Enter'); };
  for (const [place, plan] of JSON.parse(file.bytes).scenario.plans.entries()) {
    await page.locator('.plan-chip').nth(place).click();
    await expect(page.locator('.plan-chip').nth(place)).toHaveAttribute('aria-pressed', 'true');
    await type(/^Quota/, '123456.78');
    await type(/^Target incentive/, '9876.54');
    for (const at of ['0', '59.5', '107.5', '150']) {
      await type(/^Attainment/, at);
      const [point] = JSON.parse(attain('curve', '--plan', path, '--plan-name', plan.name, '--quota', '123456.78', '--target-incentive', '9876.54', '--at', `${at}%`, '--json')).points;
      const pay = Number(point.pay).toLocaleString('en-US', { style: 'currency', currency: 'USD' });
      await expect(page.locator('.calculator .fact-figure').first(), `${plan.name} at ${at} %`).toHaveText(pay);
      const [marginal, effective] = [point.marginal_rate, point.effective_rate];
      const percent = (rate) => Number(rate).toLocaleString('en-US', { style: 'percent', maximumFractionDigits: 2 });
      await expect(page.locator('.calculator .fact-figure').nth(1)).toHaveText(percent(marginal));
      await expect(page.locator('.calculator .fact-figure').nth(2)).toHaveText(effective === null ? '–' : percent(effective));
    }
  }
});
