// The whole thread by keyboard alone: Tab, Enter, arrows and what is typed. The focus is always seen and never lost.
import { test, expect, open, takeSample, go, saved, titleField, fact, costed, downloaded } from './page.mjs';

/** What has the keyboard: whether it is the page as a whole, and whether it shows. */
const focused = (page) => page.evaluate(() => {
  const element = document.activeElement;
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  const isOutlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1;
  const top = document.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height / 2, 20));
  return {
    what: `${element.tagName.toLowerCase()} "${(element.getAttribute('aria-label') ?? element.innerText ?? '').slice(0, 40)}"`,
    isLost: element === document.body || element === document.documentElement,
    // The page's main part takes the keyboard after a change of page, and shows nothing by design.
    isSeen: element.id === 'main' || (isOutlined && box.width > 0 && box.bottom > 0 && box.top < innerHeight),
    isCovered: element.id !== 'main' && top !== null && !element.contains(top) && !top.contains(element)
      && top.closest('label') !== element.closest('label'),
  };
});

/** Presses Tab until the element has the keyboard; every stop on the way must be seen. */
async function tabTo(page, element, key = 'Tab') {
  for (let n = 0; n < 160; n += 1) {
    if (await element.evaluate((element) => element === document.activeElement).catch(() => false)) return;
    await page.keyboard.press(key);
    const { what, isLost, isSeen, isCovered } = await focused(page);
    if (isLost) continue; // beyond the last element the browser's own bar comes, then the page again
    expect.soft(isSeen, `focus shows on ${what}`).toBe(true);
    expect.soft(isCovered, `${what} is covered while it has the keyboard`).toBe(false);
  }
  throw new Error('the keyboard does not come to it');
}

/** Presses keys; what has the keyboard afterwards must not be lost. */
async function press(page, ...keys) {
  const { what } = await focused(page);
  for (const key of keys) await page.keyboard.press(key);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const { isLost } = await focused(page);
  expect.soft(isLost, `focus is lost after ${[...new Set(keys)].join(' ')} on ${what}`).toBe(false);
}

/** Types into the field that has the keyboard, in place of what was there. */
async function type(page, text) {
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
}

test('everything from a first visit to a file is done by keyboard', async ({ page, address }) => {
  test.setTimeout(180_000);
  const button = (name) => page.getByRole('button', { name });
  const link = (name) => page.getByRole('link', { name, exact: true });
  await open(page, address);

  await test.step('the first stop leads past the frame', async () => {
    await page.keyboard.press('Tab');
    await expect(page.locator('.skip')).toBeFocused();
    await press(page, 'Enter');
    await expect(page.locator('#main')).toBeFocused();
  });
  await test.step('the sample company', async () => {
    await tabTo(page, button('Try it with a sample company'));
    await press(page, 'Enter');
    await page.locator('.answer').waitFor();
    expect.soft((await focused(page)).isLost, 'focus is lost after the sample company came').toBe(false);
  });
  await test.step('a tier', async () => {
    await tabTo(page, link('Compensation'));
    await press(page, 'Enter');
    await expect(page.locator('.note')).toContainText('would have paid');
    const before = await page.locator('.note').innerText();
    await tabTo(page, page.getByRole('textbox', { name: 'Value of tier 1' }).first());
    await type(page, '0.8');
    await press(page, 'Enter');
    await expect(page.locator('.note')).not.toHaveText(before);
    await expect(page.locator('.said')).toContainText('0.8×');
  });
  await test.step('the slider', async () => {
    const slider = page.getByRole('slider', { name: 'Attainment' });
    await tabTo(page, slider);
    const before = await fact(page, 'Pay').innerText();
    await press(page, ...Array(20).fill('ArrowRight'));
    await expect(slider).toHaveAttribute('aria-valuetext', '110%');
    await expect(fact(page, 'Pay')).not.toHaveText(before);
  });
  await test.step('a value of the curve', async () => {
    await tabTo(page, page.getByRole('img', { name: /^Payout curve/ }), 'Shift+Tab');
    await press(page, 'ArrowRight');
    await expect(page.locator('.tip').first()).toContainText('of quota');
  });
  await test.step('a template from the list: the arrows only move, Enter takes', async () => {
    const list = page.getByRole('combobox', { name: 'Add a plan…' });
    await tabTo(page, list);
    await press(page, 'Space', 'ArrowDown', 'ArrowDown', 'Enter');
    await expect(page.locator('.plan-chip')).toHaveCount(2);
    await expect(page.locator('.plan-chip[aria-pressed=true]')).toHaveText('Account manager');
    await press(page, 'ArrowDown');
    await expect.soft(page.locator('.plan-chip'), 'an arrow on the closed list adds no plan').toHaveCount(2);
    while (await page.locator('.plan-chip').count() > 1) {
      const n = await page.locator('.plan-chip').count();
      await tabTo(page, button('Remove the plan'));
      await press(page, 'Enter');
      await expect(page.locator('.plan-chip')).toHaveCount(n - 1);
    }
  });
  await test.step('a line and what is behind it', async () => {
    await tabTo(page, link('Statements'));
    await press(page, 'Enter');
    const rep = page.locator('.row-button').first();
    await rep.waitFor();
    await tabTo(page, rep);
    await press(page, 'Enter');
    await expect(rep).toHaveAttribute('aria-expanded', 'true');
    await tabTo(page, button(/^Why this amount/).first());
    await press(page, 'Enter');
    await expect(page.locator('.trace li').first()).toContainText(/\d/);
  });
  await test.step('costing', async () => {
    await tabTo(page, link('Costing'));
    await press(page, 'Enter');
    expect((await costed(page))[1]).toMatch(/^\$[\d,]+$/);
  });
  await test.step('the title, and back and forth', async () => {
    const title = titleField(page);
    await tabTo(page, title);
    await type(page, 'By hand');
    await press(page, 'Enter');
    await expect(page).toHaveTitle(/By hand/);
    await page.keyboard.press('Tab');
    await press(page, 'Control+z');
    await expect(title).not.toHaveValue('By hand');
    await press(page, 'Control+y');
    await expect(title).toHaveValue('By hand');
    await saved(page);
  });
  await test.step('the file', async () => {
    await tabTo(page, button('Save the scenario as a file'));
    const { name, bytes } = await downloaded(page, () => press(page, 'Enter'));
    expect(name).toBe('By hand.attain.json');
    expect(JSON.parse(bytes).scenario.plans[0].components[0].tiers[0].value).toBe('0.8');
  });
});

/** Buttons that go away, or have nothing left to do, when they are pressed: the page and the button's name. */
const GOING = [
  ['/compensation/plan', 'Remove tier 4'], ['/compensation/plan', 'Remove the cap'], ['/compensation/plan', 'Add a component'],
  ['/compensation/plan', /^Remove Component/], ['/compensation/plan', 'Remove the plan'], ['/compensation/plan', /^Account manager/],
  ['/compensation/statements', /^Why this amount/], ['/scenarios', /^Remove /], ['/scenarios', 'Dismiss'],
  ['/scenarios', 'Forget everything…'], ['/scenarios', 'Keep it'], ['/scenarios', 'New scenario'], ['/data', 'Try it with a sample company'],
];

test('a button that goes does not take the keyboard with it', async ({ page, address }) => {
  await open(page, address);
  await takeSample(page);
  await saved(page);
  for (const [hash, name] of GOING) {
    await test.step(`${name}`, async () => {
      await go(page, hash);
      if (hash.endsWith('statements')) await page.locator('.row-button').first().click();
      const button = page.getByRole('button', { name }).first();
      await button.focus();
      await press(page, 'Enter');
    });
  }
});

test('the undo button keeps the keyboard when it has nothing left to undo', async ({ page, address }) => {
  await open(page, address);
  await tabTo(page, titleField(page));
  await type(page, 'One');
  await press(page, 'Tab');
  await tabTo(page, page.getByRole('button', { name: 'Undo' }));
  await press(page, 'Enter');
  await expect(titleField(page)).not.toHaveValue('One');
});
