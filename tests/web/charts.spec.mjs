// Charts as pictures that answer: dragged, hovered, walked by keys, shown as a table, saved, and drawn anew when they must.
import { choose, downloaded, expect, go, open, takeSample, test } from './page.mjs';

const SCREENS = [1, 2, 3];

/** A money text as a number. */
const amount = (text) => Number(text.replace(/[^\d.-]/g, ''));

async function plan(page, address) {
  await open(page, address);
  await takeSample(page);
  await go(page, '/compensation/plan');
  await page.locator('.calculator canvas').waitFor();
  await expect.poll(() => page.locator('.calculator canvas').evaluate((canvas) => canvas.width)).toBeGreaterThan(300);
}

const canvasOf = (page) => page.locator('.calculator canvas');
const pixels = (canvas) => canvas.evaluate((canvas) => canvas.toDataURL());
const attainment = async (page) => Number((await page.locator('.calculator').getByRole('textbox', { name: /^Attainment/ }).inputValue()).replace('%', ''));
const pay = async (page) => amount(await page.locator('.calculator .fact-figure').first().textContent());

test('dragging on the payout curve moves attainment and pay, to the same figures that typing gives', async ({ page, address }) => {
  await plan(page, address);
  const box = await canvasOf(page).boundingBox();
  const y = box.y + box.height / 2;
  const at = (share) => box.x + box.width * share;
  expect(await attainment(page)).toBe(100);
  const seen = [];
  await page.mouse.move(at(0.35), y);
  await page.mouse.down();
  for (const share of [0.4, 0.55, 0.7, 0.85]) {
    const before = seen.at(-1)?.[0];
    await page.mouse.move(at(share), y);
    await expect.poll(() => attainment(page)).not.toBe(before);
    seen.push([await attainment(page), await pay(page)]);
  }
  // Beyond the edge the pointer is still held.
  await page.mouse.move(box.x + box.width + 300, y);
  await expect.poll(() => attainment(page)).toBeGreaterThan(seen.at(-1)[0]);
  await page.mouse.up();
  const end = await attainment(page);
  await page.mouse.move(at(0.5), y);
  expect(await attainment(page), 'after letting go nothing is dragged').toBe(end);
  for (const [one, next] of seen.slice(1).map((next, place) => [seen[place], next])) {
    expect(next[0]).toBeGreaterThan(one[0]);
    expect(next[1]).toBeGreaterThan(one[1]);
  }
  const field = page.locator('.calculator').getByRole('textbox', { name: /^Attainment/ });
  for (const [reached, paid] of seen) {
    await field.fill(String(reached));
    await field.press('Enter');
    await expect.poll(() => pay(page)).toBe(paid);
    await expect(page.locator('.calculator .finding')).toContainText('of quota the plan pays');
  }
  expect(page.faults).toEqual([]);
});

test('hovering shows the figures of the value under the pointer, and leaving hides them', async ({ page, address }) => {
  await plan(page, address);
  const box = await canvasOf(page).boundingBox();
  const tip = page.locator('.calculator .tip');
  await expect(tip).toHaveClass(/tip-hidden/);
  const said = [];
  for (const share of [0.3, 0.6, 0.9]) {
    await page.mouse.move(box.x + box.width * share, box.y + box.height * 0.5);
    await expect(tip).toHaveText(/^At [\d.]+% of quota.*[$][\d,.]+/);
    await expect(tip).not.toHaveClass(/tip-hidden/);
    const place = await tip.boundingBox();
    expect(box.x - 1 <= place.x && place.x + place.width <= box.x + box.width + 1, 'the tip stays within the picture').toBe(true);
    await expect.poll(() => tip.textContent()).not.toBe(said.at(-1) ?? '');
    said.push(await tip.textContent());
  }
  const shares = said.map((text) => Number(/At ([\d.]+)%/.exec(text)[1]));
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  await page.mouse.move(box.x + box.width / 2, box.y - 40);
  await expect(tip).toHaveClass(/tip-hidden/);
});

test('arrow keys read out value after value, and the ends are the ends', async ({ page, address }) => {
  await plan(page, address);
  const tip = page.locator('.calculator .tip');
  const share = async () => Number(/At ([\d.]+)%/.exec(await tip.textContent())?.[1]);
  await canvasOf(page).focus();
  await page.keyboard.press('Home');
  await expect.poll(share).toBe(0);
  await page.keyboard.press('ArrowRight');
  await expect.poll(share).toBe(1);
  await page.keyboard.press('ArrowRight');
  await expect.poll(share).toBe(2);
  await page.keyboard.press('ArrowLeft');
  await expect.poll(share).toBe(1);
  await page.keyboard.press('End');
  await expect.poll(share).toBe(200);
  await page.keyboard.press('ArrowRight');
  await expect.poll(share).toBe(200);
  await page.keyboard.press('ArrowDown');
  await expect(tip).toHaveText(/^At 100% of quota the plan pays/);
  await page.locator('.calculator').getByRole('textbox', { name: /^Attainment/ }).focus();
  await expect(tip).toHaveClass(/tip-hidden/);
});

test('the table behind holds the curve from nothing to twice the quota, and its figures', async ({ page, address }) => {
  await plan(page, address);
  const button = page.getByRole('button', { name: 'Table of “Payout curve”' });
  const table = page.locator('.calculator .chart-table');
  await expect(table.locator('tr')).toHaveCount(0);
  await button.click();
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  await expect(table.locator('thead th')).toHaveText(['Attainment', 'Credit', 'Pay', 'Marginal rate']);
  await expect(table.locator('tbody tr')).toHaveCount(21); // from 0 to 200 % in steps of ten points
  const rows = await table.locator('tbody tr').evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent)));
  expect(rows.map(([share]) => share)).toEqual(Array.from({ length: 21 }, (_, n) => `${10 * n}%`));
  expect(amount(rows[10][2])).toBe(Math.round(await pay(page)));
  await button.click();
  await expect(table.locator('tr')).toHaveCount(0);
});

for (const scale of SCREENS) {
  test.describe(`on a screen of ${scale} pixels a point`, () => {
    test.use({ deviceScaleFactor: scale });

    test('pictures are sharp, and the PNG has all of their pixels', async ({ page, address }) => {
      await plan(page, address);
      const { width, height, css } = await canvasOf(page).evaluate((canvas) => ({ width: canvas.width, height: canvas.height, css: canvas.getBoundingClientRect().toJSON() }));
      expect(width).toBeGreaterThanOrEqual(Math.floor(css.width * scale));
      expect(height).toBeGreaterThanOrEqual(Math.floor(css.height * scale));
      expect(Math.abs(width / css.width - height / css.height), 'not stretched').toBeLessThan(0.02);
      const file = await downloaded(page, () => page.getByRole('button', { name: 'Download “Payout curve” as a picture' }).click());
      expect(file.name).toBe('Payout curve.png');
      expect(file.bytes.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
      expect([file.bytes.readUInt32BE(16), file.bytes.readUInt32BE(20)]).toEqual([width, height]);
    });
  });
}

test('pictures are drawn anew for another theme, width, and language', async ({ page, address }) => {
  await plan(page, address);
  const canvas = canvasOf(page);
  const light = await pixels(canvas);
  await page.locator('.bar-tools').getByRole('button', { name: 'Theme: as the system' }).click();
  await page.locator('.bar-tools').getByRole('button', { name: 'Theme: light' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect.poll(() => pixels(canvas)).not.toBe(light);
  const dark = await pixels(canvas);
  await page.getByRole('combobox', { name: 'Language' }).selectOption({ label: 'Polski' });
  await expect.poll(() => pixels(canvas)).not.toBe(dark);
  await page.getByRole('combobox', { name: 'Język' }).selectOption({ label: 'English' });
  await expect.poll(() => pixels(canvas)).toBe(dark);
  await page.locator('.bar-tools').getByRole('button', { name: 'Theme: dark' }).click();
  await page.emulateMedia({ colorScheme: 'light' });
  await expect.poll(() => pixels(canvas)).toBe(light);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(() => pixels(canvas), 'the system turned dark').toBe(dark);

  const width = () => canvas.evaluate((canvas) => [canvas.width, canvas.getBoundingClientRect().width, canvas.height / canvas.getBoundingClientRect().height]);
  const [before] = await width();
  await page.setViewportSize({ width: 1000, height: 800 });
  await expect.poll(async () => (await width())[0]).not.toBe(before);
  await expect.poll(async () => { const [backing, css, ratio] = await width(); return 0.99 < ratio && Math.abs(backing - ratio * css) < 3; }).toBe(true);
  await page.setViewportSize({ width: 1280, height: 860 });
  await expect.poll(async () => (await width())[0]).toBe(before);
  await expect.poll(() => pixels(canvas)).toBe(dark);
  expect(page.faults).toEqual([]);
});

test('the table of a chart of statements adds up to what was paid', async ({ page, address }) => {
  await open(page, address);
  const deals = ['Ann,100,2025-01-10', 'Ben,200,2025-02-10', 'Cid,300,2025-03-10'].map((row, n) => `d${n},${row},Closed Won`);
  await choose(page, { name: 'deals.csv', mimeType: 'text/csv', buffer: Buffer.from(`Deal ID,Rep,Amount,Close Date,Stage\n${deals.join('\n')}\n`) });
  await page.locator('.answer').waitFor();
  await go(page, '/compensation/statements');
  await page.getByRole('button', { name: 'Table of “Pay by period”' }).click();
  const table = page.locator('.chart').filter({ hasText: 'Pay by period' }).locator('.chart-table');
  await expect(table.locator('tbody tr')).not.toHaveCount(0);
  const column = (await table.locator('thead th').allTextContents()).indexOf('Pay');
  const pays = await table.locator('tbody tr').evaluateAll((rows, column) => rows.map((row) => row.children[column].textContent), column);
  const total = await page.locator('.answer .fact-figure').first().textContent();
  expect(pays.reduce((sum, text) => sum + amount(text), 0)).toBeCloseTo(amount(total), 2);
});

test('a square on the curve is dragged: the tier pays more, in one step that is undone as one', async ({ page, address }) => {
  await plan(page, address);
  const box = await canvasOf(page).boundingBox();
  const value = page.getByRole('textbox', { name: 'Value of tier 2', exact: true }).first();
  const before = await value.inputValue();
  const click = async (x, y) => { await page.mouse.move(x, y); await page.mouse.down(); await page.mouse.up(); };
  // The place of 100 %, found by the attainment that a click takes.
  const low = box.y + box.height - 60;
  let x = box.x + 60;
  for (; x < box.x + box.width; x += 3) {
    await click(x, low);
    if (await attainment(page) >= 99.5) break;
  }
  await click(box.x + box.width * 0.25, low);
  const reached = await attainment(page);
  // A click on a square takes hold of it, and leaves the attainment as it was.
  let y = low - 10;
  for (; y > box.y + 30; y -= 10) {
    await click(x, y);
    if (await attainment(page) === reached) break;
    await click(box.x + box.width * 0.25, low);
  }
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y - 25);
  await page.mouse.move(x, y - 30);
  await page.mouse.up();
  const dragged = await value.inputValue();
  expect(Number(dragged)).toBeGreaterThan(Number(before));
  expect(await attainment(page)).toBe(reached);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(value).not.toHaveValue(dragged);
  expect(page.faults).toEqual([]);
});
