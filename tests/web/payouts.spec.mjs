// From earned to paid: a holdback is set in the plan, shows in the statements, adds up in the file, and prints.
import { test, expect, open, takeSample, go, downloaded } from './page.mjs';

const HELD = 0.2;

/** The rows of a CSV file without quoted line ends, by the names of its first. */
function rows(text) {
  const [head, ...lines] = text.trim().split('\n').map((line) => line.match(/("([^"]|"")*"|[^,]*)(,|$)/g).map((cell) => cell.replace(/,$/, '')));
  return lines.map((cells) => Object.fromEntries(head.map((name, place) => [name, cells[place]])));
}

const sum = (found, name) => found.reduce((total, row) => total + Math.round(Number(row[name]) * 100), 0);

async function withHoldback(page, address) {
  await open(page, address);
  await takeSample(page);
  await go(page, '/compensation/plan');
  await page.getByText('SPIFFs, draw, holdback, clawback, part years').click();
  await page.getByRole('combobox', { name: 'Part of pay waits' }).selectOption({ label: 'yes' });
  await expect(page.getByRole('textbox', { name: 'Part that waits' })).toHaveValue(/20/);
}

test('what is held back, released and paid adds up, on the page and in the file', async ({ page, address }) => {
  await withHoldback(page, address);
  await go(page, '/compensation/statements');
  await page.locator('.row-button').first().waitFor();
  const file = await downloaded(page, () => page.getByRole('button', { name: 'Download payouts by period' }).click());
  expect(file.name).toMatch(/payouts\.csv$/);
  const found = rows(file.bytes.toString('utf8'));
  expect(found.length).toBeGreaterThan(100);
  for (const row of found) {
    const cents = (name) => Math.round(Number(row[name]) * 100);
    // Of whole cents a fifth is not always one.
    expect(Math.abs(cents('held') - HELD * cents('earned'))).toBeLessThanOrEqual(1);
    expect(cents('paid')).toBe(cents('earned') + cents('spiffs') - cents('held') + cents('released'));
  }
  // Nothing is lost: what was held is released, forfeited, or stands open at the end, rep by rep.
  for (const rep of new Set(found.map((row) => row.rep))) {
    const months = found.filter((row) => row.rep === rep);
    expect(sum(months, 'held') - sum(months, 'released') - sum(months, 'forfeited')).toBe(Math.round(Number(months.at(-1).balance_held) * 100));
  }
  await page.locator('.row-button').first().click();
  const box = page.getByRole('region', { name: /^From earned to paid/ });
  await expect(box.getByRole('columnheader', { name: 'Held back' })).toBeVisible();
  await box.getByRole('button', { name: /^How this came to be paid/ }).first().click();
  await expect(page.locator('.trace').first()).toContainText('20');
  await expect(page.getByRole('heading', { name: 'What stands open' })).toBeVisible();
  expect(page.faults).toEqual([]);
});

test('a statement is printed as a letter: the rep alone, without the tools of the page', async ({ page, address }) => {
  await withHoldback(page, address);
  await go(page, '/compensation/statements');
  await page.locator('.row-button').first().click();
  await page.evaluate(() => { window.print = () => { window.wasPrinted = true; }; });
  await page.getByRole('button', { name: 'Print this statement' }).first().click();
  await expect.poll(() => page.evaluate(() => window.wasPrinted)).toBe(true);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { name: 'Statement of variable pay' })).toBeVisible();
  await expect(page.locator('.bar')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Download payouts by period' })).toBeHidden();
  expect(page.faults).toEqual([]);
});

test('what the lint finds comes with the fault and goes when it is mended', async ({ page, address }) => {
  await open(page, address);
  await takeSample(page);
  await go(page, '/compensation/plan');
  const value = page.getByRole('textbox', { name: 'Value of tier 2', exact: true }).first();
  const found = page.locator('.findings li');
  const section = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Findings', exact: true }) });
  await expect(section).not.toHaveAttribute('aria-busy', 'true', { timeout: 60_000 });
  const [before, few] = [await value.inputValue(), await found.count()];
  await value.fill('0');
  await value.press('Enter');
  await expect.poll(() => found.count()).toBeGreaterThan(few);
  await value.fill(before);
  await value.press('Enter');
  await expect.poll(() => found.count()).toBe(few);
  expect(page.faults).toEqual([]);
});
