// Pipeline: the answer with its range and the chance of a target, what it hangs on, how many deals are won, looking back,
// earlier exports, and answers that belong to what is asked now.
import AxeBuilder from '@axe-core/playwright';
import { test, expect, open, takeSample, go, fact, downloaded, notice, saved } from './page.mjs';

const heading = (page, name) => page.getByRole('heading', { name, exact: true });
const sentence = (page) => page.locator('.answer-sentence').first();
const status = (page) => page.locator('.run [role=status]').first();
/** Waits for the runs of what is set now. */
const simulated = (page, runs = '10,000') => expect(status(page)).toContainText(`${runs} runs, seed`, { timeout: 120_000 });

async function fill(page, name, value) {
  const field = page.getByRole('textbox', { name, exact: typeof name === 'string' });
  await field.fill(value);
  await field.press('Enter');
}

/** Holds the forecast against an amount. */
async function target(page, amount) {
  await page.getByRole('combobox', { name: 'Target', exact: true }).selectOption({ label: 'an amount for all months' });
  await fill(page, /^Target of all months/, amount);
}

test.beforeEach(async ({ page, address }) => {
  test.setTimeout(240_000);
  await open(page, address);
});

test('without data the page leads to the data', async ({ page }) => {
  await go(page, '/forecast/pipeline');
  await page.getByRole('link', { name: 'Go to data' }).click();
  await expect(page.getByRole('button', { name: 'Try it with a sample company' })).toBeVisible();
});

test('the answer has a number, its range and the chance of the target', async ({ page }) => {
  await takeSample(page);
  await go(page, '/forecast/pipeline');
  await simulated(page);
  await expect(sentence(page)).toContainText('8 in 10 win');
  await expect(fact(page, 'P50')).toContainText(/\$\d/);
  await expect(page.getByText('There are no quotas with a goal yet')).toBeVisible();
  await expect(page.getByText('simulated 100,000 times at most')).toBeVisible();
  await target(page, '5000000');
  await expect(sentence(page)).toContainText('of 100 runs', { timeout: 120_000 });
  await simulated(page);
  await expect(fact(page, 'Chance of the target')).toContainText('%');
  await expect(fact(page, 'Pipeline coverage')).toContainText('×');
  for (const name of ['Bookings by month', 'Bookings to date', 'What it is made of', 'What it hangs on', 'Deals that matter most']) {
    await expect(heading(page, name)).toBeVisible();
  }
  const deals = page.getByRole('region', { name: 'Deals that matter most' });
  await expect(deals.locator('tbody tr')).toHaveCount(10);
  await expect(deals.getByRole('columnheader', { name: 'Target if won' })).toBeVisible();
  await page.getByRole('button', { name: /^Table of .Bookings by month/ }).click();
  await expect(page.getByRole('region', { name: 'Bookings by month' }).locator('tbody tr')).toHaveCount(6);
  await page.getByRole('button', { name: /^Undo/ }).first().click();
  expect(page.faults).toEqual([]);
});

test('an answer to another question is never shown, and work can be stopped', async ({ page }) => {
  await takeSample(page);
  await go(page, '/forecast/pipeline');
  await simulated(page);
  const months = page.getByRole('img', { name: /^Bookings by month/ });
  await expect(months).toBeVisible();
  const before = await sentence(page).innerText();
  await page.getByRole('textbox', { name: 'Months', exact: true }).fill('3');
  await page.getByRole('textbox', { name: 'Months', exact: true }).press('Enter');
  // What stood there is gone at once, and what comes is of three months.
  await expect(page.locator('.answer-sentence').filter({ hasText: before })).toHaveCount(0);
  await simulated(page);
  await page.getByRole('button', { name: /^Table of .Bookings by month/ }).click();
  await expect(page.getByRole('region', { name: 'Bookings by month' }).locator('tbody tr')).toHaveCount(3);
  // Stop holds also for what has not begun yet: the quiet time before the runs.
  await fill(page, 'Runs', '99999');
  await page.getByRole('button', { name: 'Stop', exact: true }).click({ timeout: 60_000 });
  await expect(status(page)).toContainText('Stopped.');
  await fill(page, 'Runs', '100000');
  await page.getByRole('button', { name: 'Stop', exact: true }).click({ timeout: 60_000 });
  await expect(status(page)).toContainText('Stopped.');
  await page.getByRole('button', { name: 'Run again' }).click();
  await simulated(page, '100,000');
  expect(page.faults).toEqual([]);
});

test('choices are saved with the scenario', async ({ page }) => {
  await takeSample(page);
  await go(page, '/forecast/pipeline');
  await simulated(page);
  await fill(page, 'Months', '4');
  await target(page, '3000000');
  await page.getByText('What stages are said to be worth').click();
  const stage = page.locator('#stage-probabilities').getByRole('textbox').first();
  await stage.fill('33');
  await stage.press('Enter');
  await saved(page);
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Months', exact: true })).toHaveValue('4', { timeout: 30_000 });
  await expect(page.getByRole('textbox', { name: 'Target of all months' })).toHaveValue('3,000,000');
  await page.getByText('What stages are said to be worth').click();
  await expect(page.locator('#stage-probabilities').getByRole('textbox').first()).toHaveValue('33');
  await page.getByRole('button', { name: 'Back to the usual ones' }).click();
  await expect(page.getByRole('button', { name: 'Back to the usual ones' })).toHaveCount(0);
  expect(page.faults).toEqual([]);
});

test('the quotas’ goal of the same months is the target', async ({ page }) => {
  await takeSample(page);
  await go(page, '/quotas/spread');
  await page.getByRole('button', { name: 'Set a goal' }).click();
  await page.getByRole('treegrid').waitFor();
  await go(page, '/forecast/pipeline');
  await simulated(page);
  await expect(page.getByText(/The quotas ask|does not cover these months/)).toBeVisible();
  expect(page.faults).toEqual([]);
});

test('win rates have intervals, by whatever tells deals apart', async ({ page }) => {
  await takeSample(page);
  await go(page, '/forecast/pipeline');
  await heading(page, 'How many deals are won').waitFor({ timeout: 60_000 });
  const table = page.getByRole('region', { name: 'How many deals are won' });
  await expect(table.locator('tbody tr').first()).toContainText('All deals');
  await page.getByRole('combobox', { name: 'Grouping', exact: true }).selectOption({ label: 'by rep' });
  await expect(page.getByRole('img', { name: /^Win rate by rep/ })).toBeVisible();
  expect(await table.locator('tbody tr').count()).toBeGreaterThan(5);
});

test('looking back: methods, coverage and what came', async ({ page }) => {
  await takeSample(page);
  await go(page, '/forecast/pipeline');
  await simulated(page);
  await page.getByRole('button', { name: 'Look back' }).click();
  await expect(page.getByText(/in 2,000 runs/)).toBeVisible();
  const horizon = page.getByRole('region', { name: 'The whole horizon' });
  await expect(horizon.locator('tbody tr')).toHaveCount(3, { timeout: 180_000 });
  await expect(page.getByText(/P10 to P90 held/).first()).toBeVisible();
  for (const name of ['Forecast and what came', 'Are the ranges true?']) await expect(heading(page, name)).toBeVisible();
  await page.getByRole('button', { name: /^Table of .Are the ranges true/ }).click();
  await expect(page.getByRole('region', { name: 'Are the ranges true?' }).locator('tbody tr')).toHaveCount(3);
  expect(page.faults).toEqual([]);
});

const deals = (rows) => Buffer.from(['id,rep,amount,created,closed,stage', ...rows].join('\n'));

/** Forty deals that ended, and some that are open on the day. */
function history(open) {
  const ended = Array.from({ length: 40 }, (_, at) => {
    const month = String(1 + (at % 9)).padStart(2, '0');
    const next = String(2 + (at % 9)).padStart(2, '0');
    return `D${at},Rep ${at % 4},${500 + 10 * at},2025-${month}-05,2025-${next}-2${at % 8},${at % 2 ? 'Closed Won' : 'Closed Lost'}`;
  });
  return deals([...ended, ...open]);
}

test('an earlier export shows what became of the pipeline', async ({ page }) => {
  const now = history(['X1,Rep 1,900,2025-09-01,2025-12-20,Closed Won', 'X2,Rep 2,800,2025-09-02,2025-12-28,Proposal', 'X3,Rep 3,700,2025-12-30,2026-02-20,Discovery']);
  const then = history(['X1,Rep 1,1000,2025-09-01,2025-12-20,Proposal', 'X2,Rep 2,600,2025-09-02,2025-12-28,Discovery']);
  await page.locator('#files').setInputFiles([{ name: 'deals.csv', mimeType: 'text/csv', buffer: now }]);
  await page.locator('.answer').first().waitFor();
  await go(page, '/forecast/pipeline');
  await heading(page, 'Earlier exports').waitFor({ timeout: 60_000 });
  const picker = page.locator('#export-files');
  await picker.setInputFiles([{ name: 'nothing.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\n1,2\n') }]);
  await expect(notice(page, 'No deals could be read in nothing.csv')).toBeVisible({ timeout: 30_000 });
  await picker.setInputFiles([{ name: 'deals 2025-10-31.csv', mimeType: 'text/csv', buffer: then }]);
  await expect(page.getByText('deals 2025-10-31.csv, 42 deals')).toBeVisible({ timeout: 30_000 });
  const waterfall = page.getByRole('img', { name: /^Pipeline from/ });
  await expect(waterfall).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: /^Table of .Pipeline from/ }).click();
  const table = page.getByRole('region', { name: /^Pipeline from/ });
  await expect(table.locator('tbody tr').first()).toContainText('1,600');
  await expect(table.locator('tbody tr').last()).toContainText('1,500');
  await page.getByRole('combobox', { name: 'Deals that count' }).selectOption({ label: 'those due in the first export’s quarter' });
  await expect(page.getByRole('img', { name: /^Pipeline due from/ })).toBeVisible();
  await test.step('another of the same day takes its place, and says so', async () => {
    const other = history(['X1,Rep 1,1000,2025-09-01,2025-12-20,Proposal']);
    await picker.setInputFiles([{ name: 'again 2025-10-31.csv', mimeType: 'text/csv', buffer: other }]);
    await expect(notice(page, 'It took the place of deals 2025-10-31.csv')).toBeVisible({ timeout: 30_000 });
    await picker.setInputFiles([{ name: 'deals 2025-10-31.csv', mimeType: 'text/csv', buffer: then }]);
    await expect(page.getByText('deals 2025-10-31.csv, 42 deals')).toBeVisible({ timeout: 30_000 });
  });
  await test.step('one that is not earlier than the data says that it does not count', async () => {
    const day = page.getByLabel('Day of deals 2025-10-31.csv');
    await day.fill('2026-03-01');
    await day.press('Enter');
    await expect(page.getByText(/^It is not earlier than the data/)).toBeVisible({ timeout: 60_000 });
    await page.getByLabel('Day of deals 2025-10-31.csv').fill('2025-10-31');
    await page.getByLabel('Day of deals 2025-10-31.csv').press('Enter');
    await expect(page.getByText(/^It is not earlier than the data/)).toHaveCount(0);
  });
  // It is kept when the page is left for another, and goes when it is taken away.
  await go(page, '/data');
  await go(page, '/forecast/pipeline');
  await page.getByRole('button', { name: 'Take deals 2025-10-31.csv away' }).click({ timeout: 60_000 });
  await expect(page.getByRole('img', { name: /^Pipeline (from|due)/ })).toHaveCount(0);
  expect(page.faults).toEqual([]);
});

test('looking back says that it waits where the forecast itself was stopped', async ({ page }) => {
  await takeSample(page);
  await go(page, '/forecast/pipeline');
  await simulated(page);
  await fill(page, 'Runs', '100000');
  await page.getByRole('button', { name: 'Stop', exact: true }).click({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Look back' }).click();
  await expect(page.getByText('It begins when the forecast above is done.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Runs', exact: true }).fill('0');
  await page.getByRole('textbox', { name: 'Runs', exact: true }).press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'from 1 to 1,000,000' })).toBeVisible();
  expect(page.faults).toEqual([]);
});

test('a day before anything was won is refused in words', async ({ page }) => {
  await takeSample(page);
  await go(page, '/forecast/pipeline');
  await simulated(page);
  await page.getByLabel('Known up to').fill('1999-01-01');
  await page.getByLabel('Known up to').press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'No deal has a day of creation by then' })).toBeVisible({ timeout: 30_000 });
  await expect(page.locator('.answer')).toHaveCount(0);
  await page.getByRole('button', { name: /^Undo/ }).first().click();
  await simulated(page);
  expect(page.faults).toEqual([]);
});

test('it speaks Polish, and the picture can be downloaded', async ({ page }) => {
  await takeSample(page);
  await go(page, '/forecast/pipeline');
  await simulated(page);
  const file = await downloaded(page, () => page.getByRole('button', { name: 'Download “Bookings by month” as a picture' }).click());
  expect(file.name).toMatch(/\.png$/);
  await page.getByRole('combobox', { name: 'Language' }).selectOption({ label: 'Polski' });
  await expect(heading(page, 'Sprzedaż według miesięcy')).toBeVisible({ timeout: 30_000 });
  await expect(sentence(page)).toContainText('połowa przebiegów');
});

test('the markup is in order', async ({ page }) => {
  await takeSample(page);
  await go(page, '/forecast/pipeline');
  await simulated(page);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`)).toEqual([]);
});
