// Workers that die, jobs that are stopped, results that come in parts.
import { expect, go, notice, open, saved, takeSample, test } from './page.mjs';

const RUNS = 200_000;

/** Keeps every worker in `window.workers`, with what it is at; `window.onAsk` is told of each simulated slice it is given. */
function watchWorkers() {
  window.workers = [];
  const Plain = window.Worker;
  window.Worker = class extends Plain {
    constructor(address, options) {
      super(address, options);
      this.isSimulating = String(address).includes('worker_loader');
      this.busy = null;
      this.isDead = false;
      this.addEventListener('message', ({ data }) => { if (data[1] && this.busy === data[0]) this.busy = null; });
      window.workers.push(this);
    }

    postMessage(parts, ...rest) {
      super.postMessage(parts, ...rest);
      if (parts[0] === 0) return;
      this.busy = parts[0];
      this.asked = Array.from(parts[1] ?? []).join();
      window.onAsk?.(this);
    }

    terminate() {
      this.isDead = true;
      super.terminate();
    }
  };
  /** A death as a browser tells it. */
  window.kill = (worker) => worker.dispatchEvent(new Event('error', { cancelable: true }));
}

/** The costing page with the sample company, its first simulation done. */
async function costing(page, address) {
  await page.addInitScript(watchWorkers);
  await open(page, `${address}?workers=2`);
  await takeSample(page);
  await saved(page);
  await go(page, '/compensation/costing');
  await expect(page.locator('.run')).toContainText('10,000 simulated years');
}

async function setRuns(page, n) {
  const field = page.getByRole('textbox', { name: 'Simulated years' });
  await field.fill(String(n));
  await field.press('Enter');
}

/** What the page says of the cost: sentence and figures. */
const figures = async (page) => [await page.locator('.answer-sentence').textContent(), await page.locator('.answer .fact-figure').allTextContents()];

const done = (page, n = RUNS) => expect(page.locator('.run')).toContainText(`${n.toLocaleString('en-US')} simulated years`, { timeout: 80_000 });

/** Runs are counted while they are done. */
const nDone = async (page) => Number((/^Simulating: ([\d,]+) of/.exec(await page.locator('.run').textContent())?.[1] ?? '0').replaceAll(',', ''));

/** Waits until the simulation has begun. */
const begun = (page) => expect(page.locator('.run')).toContainText(/Simulating: [\d,]+ of 200,000 years/);

/** Waits until there are first results. */
const underWay = (page) => expect.poll(() => nDone(page), { intervals: [20] }).toBeGreaterThan(0);

test('a worker that dies on the way is replaced, and the figures are those of an undisturbed run', async ({ page, address }) => {
  test.setTimeout(300_000);
  await costing(page, address);
  await setRuns(page, RUNS);
  await done(page);
  const undisturbed = await figures(page);
  for (const place of [1, 0]) {
    await setRuns(page, 1000);
    await done(page, 1000);
    await setRuns(page, RUNS);
    await begun(page);
    const killed = await page.evaluate((place) => new Promise((told) => {
      // The simulating workers are started in order of their place.
      const alive = window.workers.filter((worker) => worker.isSimulating && !worker.isDead);
      const victim = alive[place];
      const strike = () => { if (victim.busy) { window.kill(victim); told(victim.isDead); } else setTimeout(strike, 1); };
      strike();
    }), place);
    expect(killed, 'the page ends what has died').toBe(true);
    await done(page);
    expect(await figures(page), `worker ${place}`).toEqual(undisturbed);
  }
  await expect(notice(page, 'The computation stopped unexpectedly')).toHaveCount(0);
  expect(page.faults).toEqual([]);
});

test('a slice that kills two workers is an error message; nothing else is lost, and it can be run again', async ({ page, address }) => {
  test.setTimeout(300_000);
  await costing(page, address);
  const before = await page.evaluate(() => JSON.stringify(Object.entries(localStorage).filter(([key]) => key.startsWith('attain.scenario.')).map(([key]) => key)));
  await setRuns(page, RUNS);
  await begun(page);
  await page.evaluate(() => {
    window.deaths = 0;
    let slice = null;
    window.onAsk = (worker) => {
      if (!worker.isSimulating || 2 <= window.deaths) return;
      slice ??= worker.asked;
      if (worker.asked !== slice) return;
      window.deaths += 1;
      setTimeout(() => window.kill(worker));
    };
  });
  await expect(page.locator('.run')).toContainText(/The simulation stopped after [\d,]+ of 200,000 years/);
  expect(await page.evaluate(() => window.deaths)).toBe(2);
  await expect(notice(page, 'The computation stopped unexpectedly. Your scenario is unharmed: try again, or load the page anew.')).toBeVisible();
  await expect(page.locator('.answer-sentence')).toContainText('The plan costs');
  await saved(page);
  expect(await page.evaluate(() => JSON.stringify(Object.entries(localStorage).filter(([key]) => key.startsWith('attain.scenario.')).map(([key]) => key)))).toBe(before);
  await page.getByRole('button', { name: 'Run again' }).click();
  await done(page);
  expect(page.faults).toEqual([]);
});

test('stopping takes effect within 200 ms, keeps what was found, and the run can be finished', async ({ page, address }) => {
  test.setTimeout(300_000);
  await costing(page, address);
  await setRuns(page, 1_000_000);
  await underWay(page);
  const elapsed = await page.evaluate(() => new Promise((told) => {
    const began = performance.now();
    const look = () => {
      if (document.querySelector('.run').textContent.startsWith('Stopped after')) told(performance.now() - began);
    };
    new MutationObserver(look).observe(document.querySelector('.run'), { childList: true, subtree: true, characterData: true });
    [...document.querySelectorAll('.run button')].find((button) => button.textContent === 'Stop').click();
  }));
  expect(elapsed).toBeLessThan(200);
  const said = await page.locator('.run [role=status]').textContent();
  expect(said).toMatch(/^Stopped after [\d,]+ of 1,000,000 years; what is shown rests on them\./);
  const kept = await figures(page);
  expect(kept[0]).toContain('The plan costs');
  // The workers are free for other work at once, and the count stands still.
  await expect.poll(() => page.evaluate(() => window.workers.filter((worker) => worker.isSimulating && !worker.isDead && worker.busy).length), { timeout: 1000 }).toBe(0);
  expect(await page.locator('.run [role=status]').textContent()).toBe(said);
  expect(await figures(page)).toEqual(kept);
  await setRuns(page, RUNS);
  await underWay(page);
  await page.locator('.run').getByRole('button', { name: 'Stop' }).click();
  await page.getByRole('button', { name: 'Run again' }).click();
  await done(page);
  expect(page.faults).toEqual([]);
});

test('partial results are drawn while the simulation runs', async ({ page, address }) => {
  test.setTimeout(300_000);
  await costing(page, address);
  await setRuns(page, RUNS);
  await begun(page);
  const seen = await page.evaluate(() => new Promise((told) => {
    const began = performance.now();
    let first = null;
    const counts = new Set();
    const pictures = new Set();
    const sentences = new Set();
    const look = () => {
      const text = document.querySelector('.run').textContent;
      if (!text.startsWith('Simulating')) {
        told({ counts: [...counts], n_pictures: pictures.size, n_sentences: sentences.size, share: (first - began) / (performance.now() - began) });
        return;
      }
      const n = Number(/: ([\d,]+) of/.exec(text)[1].replaceAll(',', ''));
      if (0 < n) first ??= performance.now();
      counts.add(n);
      pictures.add(document.querySelector('main canvas').toDataURL());
      sentences.add(document.querySelector('.answer').textContent);
      setTimeout(look, 60);
    };
    look();
  }));
  expect(seen.counts.length).toBeGreaterThan(4);
  expect([...seen.counts].sort((a, b) => a - b), 'the count only grows').toEqual(seen.counts);
  expect(seen.n_pictures).toBeGreaterThan(2);
  expect(seen.n_sentences).toBeGreaterThan(2);
  expect(seen.share, 'first results come early, not when nearly all is done').toBeLessThan(0.3);
  await done(page);
});
