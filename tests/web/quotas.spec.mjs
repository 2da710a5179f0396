// Quotas: a goal is spread over the team, edited as in a spreadsheet, used in statements and written to a file; capacity,
// health and backtest come to an answer.
import { test, expect, open, takeSample, go, choose, downloaded, notice, saved } from './page.mjs';

const grid = (page) => page.getByRole('treegrid', { name: 'Quotas of the team' });
const rows = (page) => grid(page).locator('tbody tr[aria-level]');
/** The row of who has that name; the company's is the first. */
const row = (page, name) => rows(page).filter({ has: page.getByRole('rowheader', { name, exact: true }) });
const QUOTA = 0; // the first cell after the name
const cell = (row, place = QUOTA) => row.getByRole('gridcell').nth(place);
/** The number that a text of the English locale states. */
const number = (text) => Number(text.replace(/[^\d.-]/g, ''));
const quota = async (row) => number(await cell(row).innerText());

/** The sample company with a first goal. */
async function withGoal(page, address) {
  await open(page, address);
  await takeSample(page);
  await go(page, '/quotas/spread');
  await page.getByRole('button', { name: 'Set a goal' }).click();
  await expect(rows(page).first()).toBeVisible();
}

/** The goal as an amount for the year. */
async function goalOf(page, amount) {
  await page.getByRole('combobox', { name: 'The goal is' }).selectOption({ label: 'an amount for the year' });
  const field = page.getByRole('textbox', { name: 'Goal of the year' });
  await field.fill(String(amount));
  await field.press('Enter');
  await expect(cell(rows(page).first())).toHaveText(amount.toLocaleString('en-US'));
}

/** Rows of a level with their quotas. */
async function ofLevel(page, level) {
  const found = [];
  for (const one of await grid(page).locator(`tbody tr[aria-level="${level}"]`).all()) {
    found.push({ name: await one.getByRole('rowheader').innerText(), quota: await quota(one) });
  }
  return found;
}

const sum = (list) => list.reduce((total, { quota }) => total + quota, 0);

test('without data the page leads to the data', async ({ page, address }) => {
  await open(page, address, '/quotas/spread');
  await expect(page.getByText('There is no data yet. Quotas are set from the team')).toBeVisible();
  await page.getByRole('link', { name: 'Go to data' }).click();
  await expect(page.getByRole('button', { name: 'Try it with a sample company' })).toBeVisible();
});

test('a goal is spread to the last unit over the team', async ({ page, address }) => {
  await withGoal(page, address);
  await goalOf(page, 20_000_000);
  const managers = await ofLevel(page, 2);
  expect(managers.length).toBeGreaterThan(1);
  expect(sum(managers)).toBe(20_000_000);
  expect(sum(await ofLevel(page, 3))).toBe(20_000_000);
  await page.getByRole('combobox', { name: 'Everyone spreads' }).selectOption({ label: 'By prior sales' });
  await expect.poll(async () => (await ofLevel(page, 2)).map(({ quota }) => quota)).not.toEqual(managers.map(({ quota }) => quota));
  expect(sum(await ofLevel(page, 3))).toBe(20_000_000);
  expect(page.faults).toEqual([]);
});

test('the table is worked in by keyboard: edit, fix, fill, paste, undo', async ({ page, address }) => {
  test.setTimeout(120_000);
  await withGoal(page, address);
  await goalOf(page, 20_000_000);
  const [first, second] = await ofLevel(page, 2);
  const top = rows(page).first();
  await cell(top).click();
  await expect(cell(top)).toBeFocused();

  await test.step('arrows move, Left closes and Right opens', async () => {
    await page.keyboard.press('ArrowDown');
    await expect(cell(row(page, first.name))).toBeFocused();
    await page.keyboard.press('Home');
    const n = await rows(page).count();
    await page.keyboard.press('ArrowLeft');
    await expect(row(page, first.name)).toHaveAttribute('aria-expanded', 'false');
    expect(await rows(page).count()).toBeLessThan(n);
    await page.keyboard.press('ArrowRight');
    await expect(row(page, first.name)).toHaveAttribute('aria-expanded', 'true');
    await expect(rows(page)).toHaveCount(n);
    await page.keyboard.press('ArrowRight');
  });

  await test.step('typing replaces, the rest is spread anew, and the keyboard stays', async () => {
    await page.keyboard.type('12000000');
    await page.keyboard.press('Enter');
    await expect(cell(row(page, first.name))).toContainText('12,000,000');
    await expect(cell(row(page, first.name))).toBeFocused();
    await expect(cell(row(page, first.name))).toContainText('fixed');
    expect(sum(await ofLevel(page, 2))).toBe(20_000_000);
    expect(sum(await ofLevel(page, 3))).toBe(20_000_000);
    await expect(page.locator('.grid-about [role=status]')).toContainText('fixed');
  });

  await test.step('Escape gives up, what is no number is told', async () => {
    await page.keyboard.press('F2');
    await page.keyboard.type('x');
    await page.keyboard.press('Enter');
    await expect(grid(page).getByRole('alert')).toHaveText('This is not a number');
    await page.keyboard.press('Escape');
    await expect(cell(row(page, first.name))).toContainText('12,000,000');
    await expect(cell(row(page, first.name))).toBeFocused();
  });

  await test.step('Ctrl+L lets go and fixes', async () => {
    await page.keyboard.press('Control+l');
    await expect(cell(row(page, first.name))).not.toContainText('fixed');
    await page.keyboard.press('Control+z');
    await expect(cell(row(page, first.name))).toContainText('12,000,000');
    await page.keyboard.press('Control+z');
    await expect.poll(() => quota(row(page, first.name))).toBe(first.quota);
  });

  await test.step('a column is pasted from a spreadsheet, in one step', async () => {
    const reps = (await ofLevel(page, 3)).slice(0, 2);
    await cell(row(page, reps[0].name)).click();
    await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', '111,000\r\n222,000\r\n');
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
    await expect.poll(() => quota(row(page, reps[0].name))).toBe(111_000);
    await expect.poll(() => quota(row(page, reps[1].name))).toBe(222_000);
    expect(sum(await ofLevel(page, 3))).toBe(20_000_000);
    await expect(page).toHaveURL(/quotas\/spread/); // it was no file
    await page.keyboard.press('Control+z');
    await expect.poll(() => quota(row(page, reps[1].name))).toBe(reps[1].quota);
  });

  await test.step('Ctrl+D fills down', async () => {
    const reps = (await ofLevel(page, 3)).slice(0, 2);
    await cell(row(page, reps[0].name)).click();
    await page.keyboard.type('300000');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Control+d');
    await expect.poll(() => quota(row(page, reps[1].name))).toBe(300_000);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expect.poll(() => quota(row(page, reps[0].name))).toBe(reps[0].quota);
  });

  await test.step('Tab leaves the table', async () => {
    await page.keyboard.press('Tab');
    expect(await grid(page).evaluate((grid) => grid.contains(document.activeElement))).toBe(false);
  });
  expect(second.quota).toBeGreaterThan(0);
  expect(page.faults).toEqual([]);
});

test('a number says how it came about, and what is fixed beyond the goal is told', async ({ page, address }) => {
  await withGoal(page, address);
  await goalOf(page, 1_000_000);
  const [manager] = await ofLevel(page, 2);
  await expect(cell(row(page, manager.name))).toHaveAttribute('title', /even share, 1 of/);
  await cell(row(page, manager.name)).click();
  await expect(page.locator('.grid-about [role=status]')).toContainText(`${manager.name}: `);
  await page.keyboard.type('5000000');
  await page.keyboard.press('Enter');
  await expect(page.getByText('more is fixed than there is')).toBeVisible();
});

test('what cannot be taken is told, and the cell keeps what it has', async ({ page, address }) => {
  await withGoal(page, address);
  await goalOf(page, 20_000_000);
  const top = cell(rows(page).first());
  await test.step('the company has no rule to fall back on', async () => {
    await top.click();
    await page.keyboard.press('Delete');
    await expect(notice(page, 'The company\'s number is the goal')).toBeVisible();
    await page.keyboard.press('F2');
    await expect(grid(page).getByRole('textbox')).toHaveValue('20,000,000');
    await page.keyboard.press('Escape');
  });
  await test.step('what is pasted on figures that are computed', async () => {
    const [rep] = await ofLevel(page, 3);
    await cell(row(page, rep.name)).click();
    await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', '111,000\t5\t6\n');
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
    await expect(notice(page, '2 pasted cells have no place here')).toBeVisible();
    await expect.poll(() => quota(row(page, rep.name))).toBe(111_000);
  });
  await test.step('a text that is no number, left for another cell', async () => {
    const [first, second] = await ofLevel(page, 2);
    await cell(row(page, second.name)).click();
    await page.keyboard.press('F2');
    await page.keyboard.type('x');
    await cell(row(page, first.name)).click();
    await expect(notice(page, 'One cell could not be read as a number')).toBeVisible();
    expect(await quota(row(page, second.name))).toBe(second.quota);
  });
  await test.step('a ramp with a word in it', async () => {
    await page.getByText('Starters, leavers and leave', { exact: true }).click();
    const ramp = page.getByRole('textbox', { name: 'Ramp, in percent by month' });
    await ramp.fill('25 half 75');
    await ramp.press('Enter');
    await expect(notice(page, 'The ramp was left as it was')).toBeVisible();
    await expect(ramp).toHaveValue('');
    await ramp.fill('25 50 75');
    await ramp.press('Enter');
    await expect(ramp).toHaveValue('25 50 75');
  });
  expect(page.faults).toEqual([]);
});

test('relief begins in the month that is chosen, and ends no earlier', async ({ page, address }) => {
  await withGoal(page, address);
  const [rep] = await ofLevel(page, 3);
  await cell(row(page, rep.name)).click();
  await page.getByText(`Relief and change of team of ${rep.name}`).click();
  await page.getByRole('button', { name: 'Let off a part' }).click();
  await page.getByRole('combobox', { name: 'Relief 1: first month' }).selectOption({ index: 5 });
  await expect(page.getByRole('combobox', { name: 'Relief 1: first month' })).toHaveValue('5');
  await expect(page.getByRole('combobox', { name: 'Relief 1: last month' })).toHaveValue('5');
  await page.getByRole('button', { name: /^Undo/ }).first().click();
  await expect(page.getByRole('combobox', { name: 'Relief 1: first month' })).toHaveValue('0');
});

test('quota plans stand side by side, and the chosen one stays chosen', async ({ page, address }) => {
  await withGoal(page, address);
  await goalOf(page, 20_000_000);
  const plans = page.getByRole('list', { name: 'Quota plans' }).getByRole('button');
  await expect(plans).toHaveText(['Quotas']);
  await page.getByRole('button', { name: 'Add a quota plan' }).click();
  await expect(plans).toHaveText(['Quotas', 'Quotas 2']);
  await goalOf(page, 5_000_000);
  await plans.first().click();
  await expect(cell(rows(page).first())).toHaveText('20,000,000');
  await plans.last().click();
  await expect(cell(rows(page).first())).toHaveText('5,000,000');
  await saved(page);
  await page.reload();
  await expect(plans.last()).toHaveAttribute('aria-pressed', 'true');
  await expect(cell(rows(page).first())).toHaveText('5,000,000', { timeout: 30_000 });
  await page.getByRole('button', { name: 'Remove the quota plan' }).click();
  await expect(plans).toHaveText(['Quotas']);
  await page.getByRole('button', { name: /^Undo/ }).first().click();
  await expect(plans).toHaveText(['Quotas', 'Quotas 2']);
  expect(page.faults).toEqual([]);
});

test('over-assignment compounds from level to level', async ({ page, address }) => {
  await withGoal(page, address);
  await goalOf(page, 10_000_000);
  for (const name of ['The company spreads more by', 'Level 1 spreads more by']) {
    await page.getByRole('textbox', { name }).fill('10');
    await page.getByRole('textbox', { name }).press('Enter');
  }
  await expect(page.getByText('with the levels above comes to 21%')).toBeVisible();
  await expect.poll(async () => sum(await ofLevel(page, 3))).toBe(12_100_000);
});

test('estimates from below show the gap, and weigh as far as they are let', async ({ page, address }) => {
  await withGoal(page, address);
  await goalOf(page, 50_000_000);
  await page.getByRole('combobox', { name: 'Estimate by' }).selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Take these as the bottom-up estimates' }).click({ timeout: 30_000 });
  const note = page.locator('.note [role=status]');
  await expect(note).toContainText('The goal of 50,000,000 is');
  const before = await ofLevel(page, 3);
  await page.getByRole('textbox', { name: 'Weight of the estimates' }).fill('50');
  await page.getByRole('textbox', { name: 'Weight of the estimates' }).press('Enter');
  await expect.poll(async () => JSON.stringify(await ofLevel(page, 3))).not.toBe(JSON.stringify(before));
});

test('the quotas become the team’s: statements follow them, and back', async ({ page, address }) => {
  test.setTimeout(120_000);
  await withGoal(page, address);
  await goalOf(page, 1_000_000);
  // A year of the history, so that statements are of it.
  const years = page.getByRole('combobox', { name: 'Fiscal year' });
  await years.selectOption({ index: 2 });
  await page.getByRole('button', { name: 'Use as the team’s quotas' }).click();
  await expect(notice(page, 'now stand in the place of the data’s')).toBeVisible();
  await go(page, '/compensation/statements');
  const sentence = page.locator('.answer-sentence').first();
  await page.locator('.row-button').first().waitFor();
  const used = await sentence.innerText();
  await go(page, '/quotas/spread');
  await page.getByRole('button', { name: 'Stop using these quotas' }).click();
  await go(page, '/compensation/statements');
  await expect(sentence).not.toHaveText(used, { timeout: 20_000 });
});

test('the file of quotas is read back as targets', async ({ page, address }) => {
  await withGoal(page, address);
  await goalOf(page, 24_000_000);
  const file = await downloaded(page, () => page.getByRole('button', { name: 'Download the quotas (CSV)' }).click());
  expect(file.name).toMatch(/\.csv$/);
  const [head, ...lines] = file.bytes.toString('utf8').trim().split('\n');
  expect(head).toBe('rep_id,period,quota,measure');
  const total = lines.reduce((total, line) => total + Math.round(Number(line.split(',')[2]) * 100), 0) / 100;
  expect(total).toBe(24_000_000);
  expect(new Set(lines.map((line) => line.split(',')[1])).size).toBe(12);
  await go(page, '/scenarios');
  await page.getByRole('button', { name: 'New scenario' }).click();
  await go(page, '/data');
  await choose(page, [{ name: 'targets.csv', mimeType: 'text/csv', buffer: file.bytes }]);
  const files = page.getByRole('region', { name: 'Files and where their rows went' });
  await expect(files.getByRole('row').filter({ hasText: 'targets.csv' })).toContainText('Quotas');
});

test('capacity: heads, hires, the chance to reach the goal and what moves it', async ({ page, address }) => {
  test.setTimeout(180_000);
  await open(page, address);
  await takeSample(page);
  await go(page, '/quotas/capacity');
  await page.getByRole('button', { name: 'Begin with the team as it is' }).click();
  const status = page.locator('.run [role=status]');
  await expect(status).toContainText('simulated years.', { timeout: 90_000 });
  await page.getByRole('combobox', { name: 'Goal', exact: true }).selectOption({ label: 'for each twelve months' });
  await page.getByRole('textbox', { name: 'Amount in twelve months' }).fill('20000000');
  await page.getByRole('textbox', { name: 'Amount in twelve months' }).press('Enter');
  await expect(page.locator('.answer-sentence').first()).toContainText('of 100 simulated years', { timeout: 90_000 });
  await expect(status).toContainText('simulated years.', { timeout: 90_000 });
  await page.getByRole('button', { name: 'Add a hire' }).click();
  await expect(page.getByRole('region', { name: 'Hires', exact: true })).toBeVisible();
  await expect(page.getByRole('img', { name: /^What late hires cost/ })).toBeVisible({ timeout: 90_000 });
  await expect(page.getByRole('img', { name: /^Which assumption matters most/ })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Hires that the goal needs' })).toBeVisible();
  await page.getByRole('button', { name: /^Undo/ }).first().click();
  await expect(page.getByRole('region', { name: 'Hires', exact: true })).toHaveCount(0);
  expect(page.faults).toEqual([]);
});

test('health: every measure has a verdict, and tables stand behind the pictures', async ({ page, address }) => {
  test.setTimeout(120_000);
  await open(page, address);
  await takeSample(page);
  await go(page, '/quotas/health');
  const card = page.getByRole('region', { name: 'Health of the quotas' });
  await expect(card.locator('tbody tr')).toHaveCount(22, { timeout: 60_000 });
  await expect(card.locator('.badge')).toHaveCount(22);
  await expect(page.locator('.answer-sentence').first()).toContainText('measures');
  await page.getByRole('button', { name: /^Table of/ }).first().click();
  await expect(page.locator('.chart-table table').first()).toBeVisible();
  expect(page.faults).toEqual([]);
});

test('backtest: methods by year, the best is named', async ({ page, address }) => {
  test.setTimeout(120_000);
  await open(page, address);
  await takeSample(page);
  await go(page, '/quotas/backtest');
  const table = page.getByRole('region', { name: 'Error by method and year' });
  await expect(table.locator('tbody tr').first()).toBeVisible({ timeout: 60_000 });
  expect(await table.locator('tbody tr').count()).toBeGreaterThan(3);
  await expect(page.locator('.answer-sentence').first()).toContainText('%');
  await expect(page.getByRole('region', { name: 'All years together' }).getByRole('columnheader', { name: 'Within ±20 %' })).toBeVisible();
  expect(page.faults).toEqual([]);
});
