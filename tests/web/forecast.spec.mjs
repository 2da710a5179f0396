// Forecast: the series' answer, its pictures and tables; settings that ask anew; values put by hand, kept and undone; money;
// capacity; a file of series in the place of the data.
import { test, expect, open, takeSample, go, saved, stored } from './page.mjs';

const sentence = (page) => page.locator('.answer-sentence').first();
const methods = (page) => page.getByRole('region', { name: 'How methods did before' });
const field = (page, name) => page.getByRole('combobox', { name, exact: true });

/** The sample company's bookings, forecast. */
async function forecast(page, address) {
  await open(page, address);
  await takeSample(page);
  await go(page, '/forecast/series');
  await expect(sentence(page)).toContainText('Bookings of the next 12 months', { timeout: 60_000 });
}

/** Opens the table of values that somebody knows better. */
async function byHand(page) {
  await page.getByText('Put values in the place of the forecast’s').click();
  return page.getByRole('region', { name: 'Values that you know better' }).locator('tbody tr');
}

test('without data the page leads to the data', async ({ page, address }) => {
  await open(page, address, '/forecast/series');
  await expect(page.getByText('Forecasts are made from what was sold')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Forecast a file of series' })).toBeVisible();
  await page.getByRole('link', { name: 'Go to data' }).click();
  await expect(page.getByRole('button', { name: 'Try it with a sample company' })).toBeVisible();
});

test('the answer, its picture with values and a table, and how methods did before', async ({ page, address }) => {
  test.setTimeout(120_000);
  await forecast(page, address);
  await expect(page.getByRole('link', { name: 'Forecast', exact: true })).toHaveAttribute('aria-current', 'page');
  await expect(sentence(page)).toContainText('half of the futures lie above');
  await expect(sentence(page)).toContainText('8 in 10 lie between');
  await expect(sentence(page)).toContainText('earlier origins');

  await test.step('the picture is read by keyboard', async () => {
    const picture = page.getByRole('img', { name: /^Past and futures/ });
    await picture.focus();
    await page.keyboard.press('ArrowRight');
    await expect(page.locator('.tip:not(.tip-hidden)').first()).not.toBeEmpty();
  });
  await test.step('its table has past and futures', async () => {
    await page.getByRole('button', { name: /^Table of.*Past and futures/i }).click();
    const table = page.getByRole('region', { name: 'Past and futures' });
    await expect(table.getByRole('columnheader', { name: '80% range from' })).toBeVisible();
    expect(await table.locator('tbody tr').count()).toBeGreaterThan(30);
  });
  await test.step('methods stand with their yardsticks, and one is taken', async () => {
    const rows = methods(page).locator('tbody tr');
    expect(await rows.count()).toBeGreaterThan(8);
    await expect(rows.filter({ hasText: '(taken)' })).toHaveCount(1);
    expect(await rows.filter({ hasText: '(yardstick)' }).count()).toBeGreaterThan(1);
    await expect(rows.filter({ hasText: 'Mean of the last quarter' })).toHaveCount(1);
    await expect(methods(page).getByRole('columnheader', { name: 'MASE at step 12' })).toBeVisible();
    await expect(page.getByText(/^The 80% range of a step held \d+% of values/)).toBeVisible();
  });
  for (const name of ['Errors by origin', 'Whether chances held', 'Cycles over each other', 'Trend', 'Seasons']) {
    await expect(page.getByRole('img', { name: new RegExp(`^${name}\\.`) })).toBeVisible();
  }
  expect(page.faults).toEqual([]);
});

test('settings ask anew, and no old answer stands for a new question', async ({ page, address }) => {
  test.setTimeout(180_000);
  await forecast(page, address);
  await field(page, 'Measure').selectOption({ label: 'Deals won' });
  await expect(page.locator('.answer-sentence', { hasText: 'Bookings' })).toHaveCount(0);
  await expect(sentence(page)).toContainText('Deals won of the next 12 months', { timeout: 60_000 });

  await test.step('longer steps have their own usual horizon', async () => {
    await field(page, 'Steps').selectOption({ label: 'Quarter' });
    await expect(sentence(page)).toContainText('the next 4 quarters', { timeout: 60_000 });
    await page.getByRole('textbox', { name: 'Steps ahead' }).fill('2');
    await page.getByRole('textbox', { name: 'Steps ahead' }).press('Enter');
    await expect(sentence(page)).toContainText('the next 2 quarters', { timeout: 60_000 });
  });
  await test.step('a method can be named', async () => {
    await field(page, 'Method').selectOption({ label: 'Theta' });
    await expect(page.getByText('Theta, as asked.')).toBeVisible({ timeout: 60_000 });
  });
  await test.step('teams add up to the company', async () => {
    await field(page, 'Grouping').selectOption({ label: 'by team' });
    const groups = page.getByRole('region', { name: 'Groups beside each other' });
    await expect(groups.locator('tbody tr').first()).toContainText('All together', { timeout: 90_000 });
    const expected = async (row) => Number((await row.getByRole('cell').nth(2).innerText()).replace(/[^\d.-]/g, ''));
    const [whole, ...parts] = await groups.locator('tbody tr').all();
    let sum = 0;
    for (const part of parts) sum += await expected(part);
    // Each is rounded as it is shown.
    expect(Math.abs(await expected(whole) - sum)).toBeLessThanOrEqual(parts.length + 1);
    await field(page, 'Parts and whole made to add up').selectOption({ label: 'from the parts (bottom-up)' });
    await expect(groups.locator('tbody tr').first()).toContainText('All together', { timeout: 90_000 });
    await field(page, 'Group').selectOption({ index: 1 });
    await expect(sentence(page)).toContainText('Deals won (', { timeout: 90_000 });
  });
  await test.step('all of it is undone step by step', async () => {
    for (let n = 0; n < 7; n += 1) await page.getByRole('button', { name: /^Undo/ }).first().click();
    await expect(sentence(page)).toContainText('Bookings of the next 12 months', { timeout: 60_000 });
  });
  expect(page.faults).toEqual([]);
});

test('a value put by hand moves the answer, is kept with its reason, and undone', async ({ page, address }) => {
  test.setTimeout(120_000);
  await forecast(page, address);
  const before = await sentence(page).innerText();
  const first = (await byHand(page)).first();
  const value = first.getByRole('textbox', { name: /value instead$/ });
  const reason = first.getByRole('textbox', { name: /reason$/ });
  await expect(reason).toBeDisabled();
  await value.fill('99000000');
  await value.press('Enter');
  await expect(sentence(page)).not.toHaveText(before);
  await expect(page.getByText('1 step stands as somebody put it.')).toBeVisible();
  await reason.fill('A large order');
  await reason.press('Enter');
  await saved(page);
  const [{ scenario }] = await stored(page);
  expect(scenario.forecast.overrides).toHaveLength(1);
  expect(scenario.forecast.overrides[0]).toMatchObject({ value: 99_000_000, reason: 'A large order' });
  await page.reload();
  await expect(page.getByText('1 step stands as somebody put it.')).toBeVisible({ timeout: 60_000 });
  await test.step('in another series it does not count, and a way leads back to it', async () => {
    await field(page, 'Measure').selectOption({ label: 'Deals won' });
    await page.getByText('1 value put by hand does not show here').click({ timeout: 60_000 });
    await expect(page.getByText(/^Bookings, .*A large order$/)).toBeVisible();
    await page.getByRole('button', { name: 'Look at it' }).click();
    await expect(page.getByText('1 step stands as somebody put it.')).toBeVisible({ timeout: 60_000 });
  });
  await expect(page.getByRole('textbox', { name: /reason$/ }).first()).toHaveValue('A large order');
  await page.getByRole('textbox', { name: /value instead$/ }).first().fill('');
  await page.getByRole('textbox', { name: /value instead$/ }).first().press('Enter');
  await expect(sentence(page)).toHaveText(before, { timeout: 60_000 });
  await page.getByRole('button', { name: /^Undo/ }).first().click();
  await expect(page.getByText('1 step stands as somebody put it.')).toBeVisible();
  expect(page.faults).toEqual([]);
});

test('the forecast is taken to money: pay by month, and how far it covers the quotas', async ({ page, address }) => {
  test.setTimeout(120_000);
  await forecast(page, address);
  const money = page.getByRole('region', { name: 'What it costs, and how far it covers the quotas' });
  await expect(money.locator('tbody tr')).toHaveCount(12, { timeout: 90_000 });
  await expect(money.getByRole('columnheader', { name: 'Quota attainment' })).toBeVisible();
  await expect(page.getByRole('img', { name: /^Cost by month/ })).toBeVisible();
  await expect(page.getByRole('img', { name: /^Coverage of quotas by month\./ })).toBeVisible();
  await expect(page.getByText(/^Simulated 10,000 times \(seed 1\)/)).toBeVisible();
  await field(page, 'Measure').selectOption({ label: 'Activities' });
  await expect(page.getByText('Choose bookings by month, all together')).toBeVisible({ timeout: 60_000 });
  expect(page.faults).toEqual([]);
});

test('the forecast stands beside quotas and capacity, and becomes the goal of the headcount plan', async ({ page, address }) => {
  test.setTimeout(240_000);
  await forecast(page, address);
  await expect(page.getByText('There is no headcount plan yet.')).toBeVisible();
  await page.getByRole('link', { name: 'Go to capacity' }).click();
  await page.getByRole('button', { name: 'Begin with the team as it is' }).click();
  await expect(page.locator('.run [role=status]')).toContainText('simulated years.', { timeout: 90_000 });
  await go(page, '/forecast/series');
  // The sample's plan begins up to a year after its data ends, and lasts a year.
  await page.getByRole('textbox', { name: 'Steps ahead' }).fill('24');
  await page.getByRole('textbox', { name: 'Steps ahead' }).press('Enter');
  const capacity = page.getByRole('region', { name: 'Whether heads can sell it' });
  await expect(capacity.locator('tbody tr')).toHaveCount(13, { timeout: 120_000 });
  await expect(capacity.locator('tbody tr').last()).toContainText('All months');
  for (const name of ['Quota coverage', 'Quota attainment', 'Utilisation of capacity', 'Gap in ramped heads']) {
    await expect(capacity.getByRole('columnheader', { name })).toBeVisible();
  }
  const said = page.getByText(/utilisation of capacity is \d+(\.\d)?%/).first();
  await expect(said).toContainText(/is (missing|to spare): what \d+\.\d fully ramped heads sell in that time/);
  await expect(said).toContainText(/In \d+(\.\d)? of 100 simulated years heads sell what is forecast or more/);

  await test.step('the picture is read by keyboard, and has a table with ranges', async () => {
    const picture = page.getByRole('img', { name: /^Forecast, capacity and quotas by month/ });
    await picture.focus();
    await page.keyboard.press('ArrowRight');
    await expect(page.locator('.tip:not(.tip-hidden)').first()).not.toBeEmpty();
    await page.getByRole('button', { name: /^Table of.*Forecast, capacity and quotas by month/i }).click();
    const table = page.getByRole('region', { name: 'Forecast, capacity and quotas by month' });
    await expect(table.getByRole('columnheader', { name: 'Capacity, P10' })).toBeVisible();
  });
  await test.step('the forecast is taken as the goal in one step, and that is undone', async () => {
    await page.getByRole('button', { name: 'Take the forecast as the goal of the headcount plan' }).click();
    await expect(page.getByText('The headcount plan’s goal is this forecast.')).toBeVisible({ timeout: 60_000 });
    await saved(page);
    const goal = async () => {
      const [{ scenario }] = await stored(page);
      return scenario.headcount.goal;
    };
    const { months } = await goal();
    expect(months).toHaveLength(12);
    expect(Math.min(...months)).toBeGreaterThan(0);
    await page.getByRole('button', { name: /^Undo/ }).first().click();
    await expect(page.getByText('The headcount plan’s goal is this forecast.')).toHaveCount(0);
    await saved(page);
    expect(JSON.stringify(await goal())).not.toContain('months');
  });
  await field(page, 'Measure').selectOption({ label: 'Deals won' });
  await expect(page.getByText('Beside what heads can sell stand bookings by month')).toBeVisible({ timeout: 60_000 });
  expect(page.faults).toEqual([]);
});

/** A file of two series by month, three years of pieces and prices, with a cell that is no number. */
function pieces() {
  const rows = [];
  for (let month = 0; month < 36; month += 1) {
    const time = `${2023 + Math.floor(month / 12)}-${String(month % 12 + 1).padStart(2, '0')}`;
    rows.push(`North,${time},${100 + (month % 12) * 5},${2 + month / 10}`, `South,${time},${40 + month},${month === 7 ? 'dear' : 3}`);
  }
  return { name: 'pieces.csv', mimeType: 'text/csv', buffer: Buffer.from(`region,month,pieces,price\n${rows.join('\n')}\n`) };
}

const values = (page) => page.locator('.answer-sentence', { hasText: /^Values/ });

test('without data a file of series is forecast, its columns changed, and values put by hand kept', async ({ page, address }) => {
  test.setTimeout(180_000);
  await open(page, address, '/forecast/series');
  await page.getByRole('button', { name: 'Forecast a file of series' }).click();
  await expect(page.getByText('kept until the page is closed')).toBeVisible();
  const picker = page.locator('#series-file');
  await picker.setInputFiles([pieces()]);
  await field(page, 'Column of values').selectOption({ label: 'pieces' }, { timeout: 30_000 });
  await field(page, 'Column that names the series').selectOption({ label: 'region' });
  await expect(page.getByText('pieces.csv: values from “pieces”, time from “month”, series from “region”; 72 rows.')).toBeVisible({ timeout: 30_000 });
  await expect(values(page)).toContainText('Values (pieces) of the next 12 months', { timeout: 60_000 });
  await expect(page.getByRole('img', { name: /^Past and futures/ })).toBeVisible();
  await expect(methods(page).locator('tbody tr').filter({ hasText: '(taken)' })).toHaveCount(1);
  await expect(page.getByText('Cost and quotas need bookings of the data')).toBeVisible();
  await expect(page.getByText('What heads can sell is held against bookings of the data')).toBeVisible();

  await test.step('each series can be looked at, and all settings ask anew', async () => {
    await expect(page.getByRole('region', { name: 'Groups beside each other' }).locator('tbody tr')).toHaveCount(3);
    await field(page, 'Group').selectOption({ label: 'South' });
    await expect(values(page)).toContainText('Values (South)', { timeout: 60_000 });
    await field(page, 'Steps').selectOption({ label: 'Quarter' });
    await expect(values(page)).toContainText('the next 4 quarters', { timeout: 60_000 });
    await field(page, 'Steps').selectOption({ label: 'as the file shows' });
    await field(page, 'Method').selectOption({ label: 'Theta' });
    await expect(page.getByText('Theta, as asked.')).toBeVisible({ timeout: 60_000 });
  });
  await test.step('a value put by hand belongs to its column', async () => {
    const first = (await byHand(page)).first();
    await first.getByRole('textbox', { name: /value instead$/ }).fill('500');
    await first.getByRole('textbox', { name: /value instead$/ }).press('Enter');
    await expect(page.getByText('1 step stands as somebody put it.')).toBeVisible();
    await saved(page);
    const [{ scenario }] = await stored(page);
    expect(scenario.forecast.overrides[0].file).toEqual({ table: 'pieces.csv', series: 'region', value: 'pieces' });
    await field(page, 'Column of values').selectOption({ label: 'price' });
    await expect(page.getByText('pieces.csv: 1 cell is no time or no number and is left out, in row 17.')).toBeVisible({ timeout: 30_000 });
    await page.getByText('1 value put by hand does not show here').click({ timeout: 60_000 });
    await expect(page.getByText(/^pieces.csv, pieces \(South\)/)).toBeVisible();
    await page.getByRole('button', { name: 'Look at it' }).click();
    await expect(page.getByText('1 step stands as somebody put it.')).toBeVisible({ timeout: 60_000 });
  });
  await test.step('it goes with the page, and comes again by its name', async () => {
    await saved(page);
    await page.reload();
    await expect(page.getByText('pieces.csv is not kept any more. Choose it again.')).toBeVisible();
    await picker.setInputFiles([pieces()]);
    await expect(page.getByText('1 step stands as somebody put it.')).toBeVisible({ timeout: 60_000 });
  });
  expect(page.faults).toEqual([]);
});

test('a file of series and the data do not mix', async ({ page, address }) => {
  test.setTimeout(180_000);
  await forecast(page, address);
  const before = await sentence(page).innerText();
  await field(page, 'What is forecast').selectOption({ label: 'from a file of series' });
  await expect(page.locator('.answer-sentence')).toHaveCount(0);
  const picker = page.locator('#series-file');
  await picker.setInputFiles([{ name: 'words.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\nx,y\nz,w\n') }]);
  await expect(page.getByText('No column holds numbers.')).toBeVisible({ timeout: 30_000 });
  await picker.setInputFiles([{ name: 'm.csv', mimeType: 'text/csv', buffer: Buffer.from(`id,V1,V2,V3,V4,V5,V6,V7,V8\nM1,${[3, 4, 5, 6, 7, 8, 9, 10]}\n`) }]);
  await expect(page.getByText('m.csv: each row is a series, its values from left to right; 1 row.')).toBeVisible({ timeout: 30_000 });
  await expect(values(page)).toContainText('the next 8 values', { timeout: 60_000 });
  const first = (await byHand(page)).first();
  await first.getByRole('textbox', { name: /value instead$/ }).fill('12');
  await first.getByRole('textbox', { name: /value instead$/ }).press('Enter');
  await expect(page.getByText('1 step stands as somebody put it.')).toBeVisible();
  await field(page, 'What is forecast').selectOption({ label: 'from the data' });
  await expect(sentence(page)).toHaveText(before, { timeout: 60_000 });
  await field(page, 'What is forecast').selectOption({ label: 'from a file of series' });
  await expect(page.getByText('1 step stands as somebody put it.')).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Take m.csv away' }).click();
  await expect(page.locator('.answer-sentence')).toHaveCount(0);
  expect(page.faults).toEqual([]);
});

/** Holds back what the files worker says while `window.isHeld`; `window.release` hands it on. Counts workers that are ended. */
function holdFilesWorker() {
  window.n_ended = 0;
  const held = [];
  const Plain = window.Worker;
  window.Worker = class extends Plain {
    constructor(address, options) {
      super(address, options);
      if (!String(address).includes('files_loader')) return;
      this.addEventListener('message', (event) => {
        if (!window.isHeld) return;
        event.stopImmediatePropagation();
        held.push([this, event.data]);
      });
    }

    terminate() {
      window.n_ended += 1;
      super.terminate();
    }
  };
  window.release = () => {
    window.isHeld = false;
    held.splice(0).forEach(([worker, data]) => worker.dispatchEvent(new MessageEvent('message', { data })));
  };
}

test('a file of series that is taken away, or whose reading is stopped, does not come again, and no worker is ended', async ({ page, address }) => {
  test.setTimeout(120_000);
  await page.addInitScript(holdFilesWorker);
  await open(page, address, '/forecast/series');
  await page.getByRole('button', { name: 'Forecast a file of series' }).click();
  const picker = page.locator('#series-file');
  const away = page.getByRole('button', { name: 'Take pieces.csv away' });
  const stop = page.locator('.section').filter({ has: page.getByRole('heading', { name: 'Of what', exact: true }) }).getByRole('button', { name: 'Stop', exact: true });
  await picker.setInputFiles([pieces()]);
  await expect(away).toBeVisible({ timeout: 30_000 });
  await test.step('taken away while it is read again', async () => {
    await page.evaluate(() => { window.isHeld = true; });
    await field(page, 'Column of values').selectOption({ label: 'price' });
    await expect(stop).toBeVisible();
    await away.click();
    await expect(stop).toHaveCount(0);
    await page.evaluate(() => window.release());
    await expect(away).toHaveCount(0);
  });
  await test.step('stopped while it is read', async () => {
    await page.evaluate(() => { window.isHeld = true; });
    await picker.setInputFiles([pieces()]);
    await stop.click();
    await expect(stop).toHaveCount(0);
    await page.evaluate(() => window.release());
    await expect(page.getByText('pieces.csv is not kept any more. Choose it again.')).toBeVisible();
  });
  await picker.setInputFiles([pieces()]);
  await expect(away).toBeVisible({ timeout: 30_000 });
  expect(await page.evaluate(() => window.n_ended)).toBe(0);
  expect(page.faults).toEqual([]);
});
