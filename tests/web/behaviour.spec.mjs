// Behaviour: off at first with its evidence and limits, computed when it is switched on, by preset; and the findings on a
// team's history beside the plan.
import AxeBuilder from '@axe-core/playwright';
import { test, expect, open, takeSample, go, fact } from './page.mjs';

const theSwitch = (page) => page.getByRole('checkbox', { name: 'Let reps respond to the plan' });
const heading = (page, name) => page.getByRole('heading', { name, exact: true });
const percent = (text) => Number(text.replace(/[^\d.-]/g, ''));

/** Waits for the result of what is set now. */
const computed = (page) => expect(page.locator('.run [role=status]')).toContainText('Simulated years', { timeout: 120_000 });

/** Takes a preset and answers with the share of revenue that is given away. */
async function leakage(page, preset) {
  await page.getByRole('combobox', { name: 'Preset' }).selectOption({ label: preset });
  await computed(page);
  return percent(await fact(page, 'Discount leakage').innerText());
}

test.beforeEach(async ({ page, address }) => {
  test.setTimeout(240_000);
  await open(page, address);
  await takeSample(page);
});

test('behaviour is off at first, and by keyboard it is switched on', async ({ page }) => {
  await go(page, '/compensation/behaviour');
  await expect(theSwitch(page)).not.toBeChecked();
  await expect(heading(page, 'Evidence')).toBeVisible();
  await expect(page.getByText(/^Larkin 2014, Journal of Labor Economics/)).toBeVisible();
  await expect(page.getByText('The assumptions are not measured on these reps; read ranges, not points.')).toBeVisible();
  await expect(page.locator('.answer')).toHaveCount(0);
  await theSwitch(page).focus();
  await page.keyboard.press('Space');
  await computed(page);
  await expect(fact(page, 'Revenue')).toContainText(/\$\d/);
  for (const name of ['Effort by attainment', 'Deals by week of the window', 'Where reps give up', 'What is moved in a year']) {
    await expect(heading(page, name)).toBeVisible();
  }
  await page.getByRole('button', { name: /^Table of .Effort by attainment/ }).click();
  await expect(page.getByRole('region', { name: 'Effort by attainment' }).locator('tbody tr')).toHaveCount(41);
  await expect(page.getByRole('region', { name: 'By type of rep' }).locator('tbody tr')).toHaveCount(5);
  await theSwitch(page).press('Space');
  await expect(page.locator('.answer')).toHaveCount(0);
  expect.soft(page.faults).toEqual([]);
});

test('presets set the parameters, an edit makes them the user’s own, and calibration says what it reached', async ({ page }) => {
  await go(page, '/compensation/behaviour');
  await theSwitch(page).check();
  await computed(page);
  const larkin = await leakage(page, 'Larkin 2014: timing, bought with discounts');
  await expect(page.getByLabel('Movable deals near a window’s end')).toHaveValue('95');
  const steenburgh = await leakage(page, 'Steenburgh 2008: effort, hardly timing');
  await expect(page.getByLabel('Movable deals near a window’s end')).toHaveValue('3');
  expect(steenburgh).toBeLessThanOrEqual(larkin);
  expect(steenburgh).toBeLessThan(1);
  await page.getByLabel('Movable deals near a window’s end').fill('40');
  await page.getByLabel('Movable deals near a window’s end').press('Enter');
  await expect(page.getByRole('combobox', { name: 'Preset' }).locator('option:checked')).toHaveText('values of your own');
  await page.getByRole('combobox', { name: 'Calibrate to last-week closes' }).selectOption({ label: 'to the share in the data' });
  await computed(page);
  await expect(page.getByText(/^Calibrated: /)).toBeVisible();
  await expect(page.getByText(/^Wanted in the last week: /)).toBeVisible();
  // What was set is still there after another page was looked at, and is not computed again.
  await go(page, '/compensation/plan');
  await go(page, '/compensation/behaviour');
  await expect(theSwitch(page)).toBeChecked();
  await expect(page.getByText(/^Calibrated: /)).toBeVisible();
  expect.soft(page.faults).toEqual([]);
});

for (const colorScheme of ['light', 'dark']) {
  test.describe(() => {
    test.use({ colorScheme, viewport: { width: 360, height: 800 } });
    test(`behaviour is in order on a phone, ${colorScheme}`, async ({ page }) => {
      await go(page, '/compensation/behaviour');
      await theSwitch(page).check();
      await computed(page);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect.soft(violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`))).toEqual([]);
      const over = await page.evaluate(() => document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth);
      expect(over, 'the page scrolls sideways').toBeLessThanOrEqual(0);
    });
  });
}

test('what is found on the team’s history stands beside the plan, and a finding leads to its control', async ({ page }) => {
  await go(page, '/compensation/plan');
  await expect(page.getByRole('heading', { name: /^On your team’s history, / })).toBeVisible({ timeout: 60_000 });
  // The first tier pays nothing any more: that is a fault of any plan.
  const tier = page.getByRole('textbox', { name: 'Value of tier 1' }).first();
  await tier.fill('0');
  await tier.press('Enter');
  const findings = page.locator('section').filter({ has: heading(page, 'Findings') });
  await expect(findings).not.toHaveAttribute('aria-busy', 'true', { timeout: 60_000 });
  await expect(findings.locator('.lint-warns').first()).toBeVisible();
  await findings.getByRole('button', { name: /^Go to / }).first().click();
  await expect.poll(() => page.evaluate(() => document.activeElement.tagName)).toMatch(/INPUT|SELECT|SUMMARY/);
  expect.soft(page.faults).toEqual([]);
});
