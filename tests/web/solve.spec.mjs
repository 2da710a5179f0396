// Solving for a plan: what is asked, the plan before and after, using it, and what stands in the way.
import { cents, expect, go, notice, open, takeSample, test } from './page.mjs';

/** Types into a field by the beginning of its name. */
async function enter(page, name, text) {
  const field = page.getByRole('textbox', { name });
  await field.fill(text);
  await field.press('Enter');
}

const table = (page, name) => page.getByRole('region', { name, exact: true });
const cost = (page) => table(page, 'What it comes to').getByRole('row').filter({ hasText: /^Cost/ }).first().getByRole('cell');

test('a plan for a budget is found and stands beside the old one, undone in one step', async ({ page, address }) => {
  await open(page, address);
  await takeSample(page);
  await go(page, '/compensation/solve');
  await page.getByRole('button', { name: 'Solve', exact: true }).click();
  await expect(cost(page).nth(1)).toBeVisible({ timeout: 60_000 });
  const now = cents(await cost(page).nth(1).innerText()) / 100;
  const budget = Math.round(now * 0.95);
  await enter(page, /^Cost of the plan/, String(budget));
  await page.getByRole('button', { name: 'Solve', exact: true }).click();
  await expect(table(page, 'What was asked, and what is reached')).toContainText('a cost of', { timeout: 60_000 });
  const solved = cents(await cost(page).nth(2).innerText()) / 100;
  expect(Math.abs(solved - budget)).toBeLessThanOrEqual(0.001 * budget);
  await expect(page.getByRole('img').or(page.locator('canvas')).first()).toBeVisible();
  await page.getByRole('button', { name: 'Use this plan' }).click();
  await expect(notice(page, 'stands beside the present one')).toBeVisible();
  await expect(page.locator('.plan-chip')).toHaveCount(2);
  await page.getByRole('button', { name: /^Undo/ }).first().click();
  await expect(page.locator('.plan-chip')).toHaveCount(1);
});

test('an answer to what is no longer asked is not shown', async ({ page, address }) => {
  await open(page, address);
  await takeSample(page);
  await go(page, '/compensation/solve');
  await page.getByRole('button', { name: 'Solve', exact: true }).click();
  await expect(cost(page).nth(1)).toBeVisible({ timeout: 60_000 });
  await enter(page, /^Cost over credit at most/, '5');
  await expect(page.getByText('Solve anew.')).toBeVisible();
  await expect(table(page, 'What it comes to')).toHaveCount(0);
  await enter(page, /^Cost over credit at most/, '');
  await expect(cost(page).nth(1)).toBeVisible();
});

test('what cannot be is told with the nearest budget', async ({ page, address }) => {
  await open(page, address);
  await takeSample(page);
  await go(page, '/compensation/solve');
  await enter(page, /^Cost of the plan/, '1000');
  await page.getByRole('checkbox', { name: 'Each component pays its target incentive at quota' }).check();
  await page.getByRole('button', { name: 'Solve', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Why there is no such plan' })).toBeVisible({ timeout: 60_000 });
  await expect(page.locator('.gaps').first()).toContainText('a cost of');
});

for (const [choice, said] of [
  ['reps of an attainment that I state', 'For a year of reps with the stated attainment'],
  ["the team's, over simulated years", 'For the mean pay of each rep over simulated years'],
]) {
  test(`a plan is solved for ${choice}`, async ({ page, address }) => {
    await open(page, address);
    await takeSample(page);
    await go(page, '/compensation/solve');
    await page.getByRole('combobox', { name: 'Whose pay' }).selectOption(choice);
    if (choice.startsWith('reps')) {
      await enter(page, /^Mean attainment/, '95');
      await enter(page, /^Reps at nothing/, '10');
      await enter(page, /^Reps$/, '40');
    } else {
      await enter(page, /^Simulated years/, '100');
    }
    await page.getByRole('button', { name: 'Solve', exact: true }).click();
    await expect(cost(page).nth(1)).toBeVisible({ timeout: 60_000 });
    await expect(page.getByText(said)).toBeVisible();
    const now = cents(await cost(page).nth(1).innerText()) / 100;
    const budget = Math.round(now * 1.04);
    await enter(page, /^Cost of the plan/, String(budget));
    await page.getByRole('button', { name: 'Solve', exact: true }).click();
    await expect(table(page, 'What was asked, and what is reached')).toContainText('a cost of', { timeout: 60_000 });
    const solved = cents(await cost(page).nth(2).innerText()) / 100;
    expect(Math.abs(solved - budget)).toBeLessThanOrEqual(0.001 * budget);
  });
}
