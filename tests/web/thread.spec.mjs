// The whole thread: files in, plan, statements, costing, saved, reloaded, handed over as a file.
import {
  test, expect, open, takeSample, go, choose, saved, rename, titleField, fact, costed, cents, downloaded,
} from './page.mjs';
import { maven, drop, MAVEN } from './files.mjs';

const english = (number) => number.toLocaleString('en-US');
const sum = (texts) => texts.map(cents).reduce((all, one) => all + one, 0);
const rows = (table) => table.locator('tbody tr').evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.innerText.trim())));
const paid = async (page) => fact(page, 'Paid').innerText();

test('four CRM files become pay, cost and a file that opens elsewhere with the same figures', async ({ page, address, browser }) => {
  test.setTimeout(240_000);
  await open(page, address);
  await drop(page, maven());
  await test.step('every row is accounted for', async () => {
    await expect(page.locator('.answer-sentence')).toContainText(
      `${english(MAVEN.deals)} deals, ${english(MAVEN.won)} of them won for $${english(MAVEN.amount)}.00`);
    const counts = { Reps: MAVEN.reps, Deals: MAVEN.deals, Accounts: MAVEN.accounts, Products: MAVEN.products, 'Set aside': 0 };
    for (const [name, n] of Object.entries(counts)) {
      await expect(fact(page, name)).toHaveText(english(n));
    }
    const files = await rows(page.getByRole('region', { name: 'Files and where their rows went' }));
    expect(files.map(([name, kind, , records]) => [name, kind, records])).toEqual([
      ['sales_pipeline.csv', 'Deals', english(MAVEN.deals)], ['accounts.csv', 'Accounts', String(MAVEN.accounts)],
      ['products.csv', 'Products', String(MAVEN.products)], ['sales_teams.csv', 'Reps', String(MAVEN.reps)]]);
    for (const [name, , all, ...parts] of files) expect(sum(parts), name).toBe(cents(all));
    const outcomes = await rows(page.getByRole('region', { name: 'Deals by outcome' }));
    const count = (stage) => cents(outcomes.find((row) => row[1] === stage)[2]) / 100;
    expect(['Won', 'Lost', 'Engaging', 'Prospecting'].map(count)).toEqual([MAVEN.won, MAVEN.lost, MAVEN.engaging, MAVEN.prospecting]);
  });

  await test.step('a template becomes the plan, paid quarterly', async () => {
    await page.getByRole('link', { name: 'Compensation' }).click();
    await page.getByLabel('Add a plan…').selectOption({ label: 'Account manager' });
    await expect(page.locator('.plan-chip[aria-pressed=true]')).toHaveText('Account manager');
    await page.getByRole('combobox', { name: 'Paid', exact: true }).selectOption({ label: 'monthly' });
    await expect(page.locator('.said')).toContainText('monthly');
    await page.getByRole('combobox', { name: 'Paid', exact: true }).selectOption({ label: 'quarterly' });
    await expect(page.locator('.said')).toContainText('quarterly');
    await expect(page.locator('.note')).toContainText(`for bookings of $${english(MAVEN.amount)}.00`);
  });

  let total;
  await test.step('thirty reps are paid, and rows, lines and deals add up', async () => {
    await page.getByRole('link', { name: 'Statements' }).click();
    await expect(page.locator('.answer-sentence')).toContainText(`to ${MAVEN.sellers} sellers for bookings of $${english(MAVEN.amount)}.00`);
    await expect(fact(page, 'Deals paid for')).toHaveText(english(MAVEN.won));
    total = await paid(page);
    const byRep = await rows(page.getByRole('region', { name: 'Statements by rep' }));
    expect(byRep.length).toBe(MAVEN.reps);
    expect(byRep.filter((row) => cents(row[2]) > 0).length).toBe(MAVEN.sellers);
    expect(sum(byRep.map((row) => row[2]))).toBe(MAVEN.amount * 100);
    expect(sum(byRep.map((row) => row[5]))).toBe(cents(total));
    await page.getByRole('button', { name: byRep[0][0], exact: true }).click();
    const lines = await rows(page.locator('.table-inner'));
    expect(lines.length).toBe(4); // the quarters of March to December
    expect(sum(lines.map((line) => line[6]))).toBe(cents(byRep[0][5]));
    await page.getByRole('button', { name: /^Why this amount/ }).nth(1).click();
    await expect(page.locator('.trace li').first()).toContainText(/\d/);
    const deals = await rows(page.getByRole('region', { name: 'Deals behind this line' }));
    expect(deals.length).toBe(Math.min(60, Number(lines[1][5])));
    if (deals.length < 60) {
      expect(sum(deals.map((deal) => deal[3]))).toBe(cents(lines[1][2]));
      expect(Math.abs(sum(deals.map((deal) => deal[4])) - cents(lines[1][6]))).toBeLessThanOrEqual(deals.length);
    }
    // The plan pays by slices: they add up to the line.
    const steps = await page.locator('.trace li').allTextContents();
    const slices = steps.filter((step) => step.startsWith('Tier')).map((step) => step.split('= ').pop());
    expect(sum(slices)).toBe(cents(lines[1][6]));
  });

  let cost;
  await test.step('ten thousand years are simulated', async () => {
    await page.getByRole('link', { name: 'Costing' }).click();
    cost = await costed(page);
    const [low, middle, high] = cost.map(cents);
    expect(low).toBeGreaterThan(0);
    expect(low).toBeLessThan(middle);
    expect(middle).toBeLessThan(high);
  });

  await test.step('it is renamed and saved, and a reload shows the same figures', async () => {
    await rename(page, 'Maven 2018');
    await expect(page).toHaveTitle(/Maven 2018/);
    await saved(page);
    await page.reload();
    await expect(titleField(page)).toHaveValue('Maven 2018');
    expect(await costed(page)).toEqual(cost);
    await go(page, '/compensation/statements');
    await expect(fact(page, 'Paid')).toHaveText(total);
    await go(page, '/compensation/costing');
    await costed(page);
  });

  await go(page, '/scenarios');
  const first = await downloaded(page, () => page.getByRole('button', { name: 'With the data' }).click());
  expect(first.name).toBe('Maven 2018.attain.json');
  const { format, scenario } = JSON.parse(first.bytes);
  expect(format).toBe('attain-scenario');
  expect(Math.round(Number(Object.fromEntries(scenario.summary.paid)['Account manager']) * 100)).toBe(cents(total));
  expect(Object.fromEntries(scenario.summary.cost)['Account manager'].map(Math.round)).toEqual(cost.map((text) => cents(text) / 100));

  await test.step('another browser opens the file with the same figures', async () => {
    const other = await browser.newContext({ locale: 'en-US' });
    const there = await other.newPage();
    await open(there, address);
    await choose(there, [{ name: 'handed over.attain.json', mimeType: 'application/json', buffer: first.bytes }]);
    await expect(titleField(there)).toHaveValue('Maven 2018');
    await go(there, '/compensation/statements');
    await expect(fact(there, 'Paid')).toHaveText(total);
    await go(there, '/compensation/costing');
    expect(await costed(there)).toEqual(cost);
    await go(there, '/scenarios');
    const second = await downloaded(there, () => there.getByRole('button', { name: 'With the data' }).click());
    expect(JSON.parse(second.bytes).scenario.summary).toEqual(scenario.summary);
    expect.soft(there.faults).toEqual([]);
    await other.close();
  });

  await test.step('a German browser writes money the German way', async () => {
    const german = await browser.newContext({ locale: 'de-DE' });
    const there = await german.newPage();
    await open(there, address);
    await choose(there, [{ name: 'a.attain.json', mimeType: 'application/json', buffer: first.bytes }]);
    await expect(titleField(there)).toHaveValue('Maven 2018');
    await go(there, '/compensation/statements');
    const number = (cents(total) / 100).toLocaleString('de-DE', { minimumFractionDigits: 2 });
    await expect(fact(there, 'Paid')).toContainText(number);
    await expect(there.locator('.answer-sentence')).toContainText('10.005.534,00');
    await german.close();
  });
  expect.soft(page.faults).toEqual([]);
});

test('a first visit comes to a finished report of a plan in two clicks', async ({ page, address }) => {
  await open(page, address);
  await takeSample(page); // the first click
  const sentence = await page.locator('.answer-sentence').innerText();
  const won = sentence.match(/won for (\$[\d,.]+\d)/)[1];
  await page.getByRole('link', { name: 'Compensation' }).click(); // the second
  await expect(page.locator('.note')).toContainText(`for bookings of ${won}`);
  const note = await page.locator('.note').innerText();
  expect(cents(note.match(/have paid (\$[\d,.]+)/)[1])).toBeGreaterThan(0);
  expect(cents(await fact(page, 'Pay').innerText())).toBeGreaterThan(0);
  await expect(page.locator('.chart h2').first()).toHaveText('Payout curve');
  expect.soft(page.faults).toEqual([]);
});

test('in Polish headings and numbers change, and a reload keeps them', async ({ page, address }) => {
  await open(page, address);
  await takeSample(page);
  await go(page, '/compensation/statements');
  const amount = await paid(page);
  await page.getByLabel('Language').selectOption({ label: 'Polski' });
  const polish = (cents(amount) / 100).toLocaleString('pl-PL', { minimumFractionDigits: 2 });
  const isPolish = async () => {
    await expect(page.locator('h1')).toHaveText('Wynagrodzenia');
    await expect(page.locator('html')).toHaveAttribute('lang', 'pl');
    await expect(fact(page, 'Wypłacono')).toContainText(polish.replaceAll(/\s/g, '\u00a0'));
    await expect(page.getByRole('link', { name: 'Scenariusze' })).toBeVisible();
  };
  await isPolish();
  await expect(page.locator('.saved')).toContainText('Zapisano');
  await page.reload();
  await isPolish();
  expect.soft(page.faults).toEqual([]);
});
