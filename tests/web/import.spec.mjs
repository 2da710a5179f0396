// Messy files through the data page: what was found, other readings, corrections by keyboard, pasted tables, folders, kept data.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { choose, downloaded, expect, go, notice, open, saved, stored, test } from './page.mjs';

const HEADER = 'Deal ID,Rep,Stage,Amount,Close Date';
const csv = (name, lines) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(`${lines.join('\n')}\n`) });
const good = (n) => `G${n},Ann,Won,${100 + n},2026-01-${String(10 + n)}`;
const GOOD = Array.from({ length: 12 }, (_, n) => good(n));
const table = (page, name) => page.locator('.mapping').filter({ hasText: name });
const sentence = (page) => page.locator('.answer-sentence');
const group = (page, name) => page.locator('.issue-group').filter({ hasText: name });
const focused = (page) => page.evaluate(() => document.activeElement?.id || document.activeElement?.closest('[id]')?.id);

/** Opens a table's line if it is folded. */
async function unfold(line) {
  if (await line.getAttribute('open') === null) await line.locator('> summary').click();
}

/** How many datasets the browser keeps. */
const nKept = (page) => page.evaluate(() => new Promise((done, failed) => {
  const request = indexedDB.open('attain');
  request.onerror = () => failed(request.error);
  request.onsuccess = () => {
    const keys = request.result.transaction('datasets').objectStore('datasets').getAllKeys();
    keys.onsuccess = () => { request.result.close(); done(keys.result.filter((key) => !key.startsWith('about ')).length); };
  };
}));

test('a table that is certain takes one line, one that is not stands open until it is decided', async ({ page, address }) => {
  await open(page, address);
  await choose(page, csv('sure.csv', [HEADER, ...GOOD]));
  await expect(sentence(page)).toContainText('12 deals');
  await expect(table(page, 'sure.csv')).toContainText('Deals12 rows');
  await expect(table(page, 'sure.csv')).not.toHaveAttribute('open');
  await choose(page, csv('doubt.csv', [HEADER, 'D1,Ben,Won,1.234,01/02/2026', 'D2,Ben,Won,5.678,03/04/2026']));
  const doubt = table(page, 'doubt.csv');
  await expect(doubt).toHaveAttribute('open');
  await expect(doubt.locator('th .badge')).toHaveCount(2);
  await doubt.getByLabel('How Amount is read').selectOption({ label: 'number, 1.234,5' });
  await expect(doubt.locator('th .badge')).toHaveCount(1);
  await doubt.getByLabel('How Close Date is read').selectOption({ label: 'date, day first' });
  await expect(doubt.locator('.badge')).toHaveCount(0);
  await expect(doubt).toHaveAttribute('open');
  await expect(sentence(page)).toContainText('14 deals');
  await doubt.getByLabel('Unit of Amount').selectOption({ label: 'in thousands' });
  await expect(sentence(page)).toContainText('$6,913,266.00'); // 6,912 thousand, and 12 deals of 100 to 111
  expect(page.faults).toEqual([]);
});

test('how a file was read is said in a line and can be told otherwise', async ({ page, address }) => {
  await open(page, address);
  const buffer = Buffer.concat([Buffer.from(`Pipeline;of;May;2026;x\n${HEADER.replaceAll(',', ';')}\n`),
    ...GOOD.map((line) => Buffer.from(`${line.replaceAll(',', ';').replace('Ann', '\u00a3\u00f3d\u009f')}\n`, 'latin1'))]);
  await choose(page, { name: 'may.csv', mimeType: 'text/csv', buffer });
  const may = table(page, 'may.csv');
  await may.waitFor();
  await unfold(may);
  await may.locator('.read-as > summary').click();
  await expect(may.locator('.read-as > summary')).toContainText('How it was read: CSV');
  await may.getByLabel('Header on line').fill('2');
  await may.getByLabel('Header on line').press('Enter');
  await expect(may.locator('.read-as > summary')).toContainText('header on line 2');
  await may.getByLabel('Encoding').selectOption('windows-1250');
  await expect(may.locator('.read-as > summary')).toContainText('windows-1250 · semicolon · header on line 2');
  await expect(may.locator('tbody')).toContainText('Łódź');
  await may.getByLabel('Encoding').selectOption('windows-1252');
  await expect(may.locator('tbody')).toContainText('£ódŸ');
  await may.getByLabel('Delimiter').selectOption('comma');
  await expect(may.locator('thead th')).toHaveCount(1);
  await may.getByLabel('Delimiter').selectOption('semicolon');
  await expect(may.locator('thead th')).toHaveCount(5);
  await expect(sentence(page)).toContainText('12 deals');
  expect(page.faults).toEqual([]);
});

test('wrong cells are corrected in place by keyboard alone, and taken back', async ({ page, address }) => {
  await open(page, address);
  await choose(page, csv('flawed.csv', [HEADER, ...GOOD, 'F1,Ann,Won,soon,2026-02-01', 'F2,Ann,Won,later,2026-02-01', 'F3,Ann,Won,soon,2026-02-01']));
  await expect(sentence(page)).toContainText('12 deals');
  const numbers = group(page, 'Not a number');
  await numbers.locator('summary').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab'); // the table itself scrolls
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Amount in row 14')).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('500');
  await page.keyboard.press('Enter');
  await expect(sentence(page)).toContainText('13 deals');
  await expect(page.getByLabel('Amount in row 15')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter'); // leave row 15 aside
  await expect(group(page, 'Left aside by you')).toBeVisible();
  await expect(page.getByLabel('Amount in row 16')).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('700');
  await page.keyboard.press('Enter');
  await expect(numbers).toHaveCount(0);
  await expect(sentence(page)).toContainText('14 deals');
  await expect(page.getByRole('button', { name: 'Undo the last of 3 corrections' })).toBeFocused();
  for (const left of [/Undo the last of 2/, /Undo the correction/]) {
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: left })).toBeFocused();
  }
  await page.keyboard.press('Enter');
  await expect(page.locator('#issues-head')).toBeFocused();
  await expect(sentence(page)).toContainText('12 deals');
  // All such cells at once.
  await unfold(numbers);
  await page.getByLabel('Amount in row 14').fill('900');
  await numbers.getByRole('button', { name: 'All 2 such cells' }).first().click();
  await expect(sentence(page)).toContainText('14 deals');
  expect(await focused(page)).toContain('fix-not-a-number');
  await saved(page);
  expect((await stored(page))[0].scenario.mappings[0].fixes).toHaveLength(1);
  expect(page.faults).toEqual([]);
});

test('a name that is nearly known is offered, and taken only when accepted', async ({ page, address }) => {
  await open(page, address);
  await choose(page, [
    csv('products.csv', ['Product,Price', 'GTX Pro,500', 'GTX Basic,50', 'Alpha,10']),
    csv('deals.csv', [`${HEADER},Product`, ...GOOD.map((line, n) => `${line},${n % 2 ? 'GTXPro' : 'Alpha'}`)]),
  ]);
  const unmatched = group(page, 'Matches no record');
  await unmatched.locator('summary').click();
  await unmatched.getByRole('button', { name: 'Use “GTX Pro” for all 6 rows' }).click();
  await expect(unmatched).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Undo the correction' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(unmatched).toHaveCount(1);
  expect(page.faults).toEqual([]);
});

test('a table is pasted from a spreadsheet, anywhere on the page or into its field', async ({ page, address }) => {
  await open(page, address);
  const text = 'Deal ID\tRep\tStage\tAmount\tClose Date\nP1\t"Ann\nLee"\tWon\t1.234\t2026-01-10\nP2\tBen\tWon\t2.345\t2026-01-11\n';
  const html = '<table><tr><td x:num="1234.5">1.234,50</td></tr></table>';
  await page.evaluate(([text, html]) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    clipboardData.setData('text/html', html);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, [text, html]);
  await expect(sentence(page)).toContainText('2 deals, 2 of them won for $3,579.00');
  await expect(table(page, 'Pasted 1.tsv')).toHaveCount(1);
  await page.locator('.paste > summary').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.insertText('Rep\tRegion\nAnn\tEast\nBen\tWest\n');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(table(page, 'Pasted 2.tsv')).toContainText('Reps2 rows');
  expect(page.faults).toEqual([]);
});

test('a folder is read with all that is in it, and files of one name are told apart by their paths', async ({ page, address }) => {
  const folder = mkdtempSync(join(tmpdir(), 'attain-folder-'));
  for (const part of ['north', 'south']) {
    mkdirSync(join(folder, part));
    writeFileSync(join(folder, part, 'deals.csv'), `${HEADER}\n${GOOD.map((line) => `${part}${line}`).join('\n')}\n`);
  }
  writeFileSync(join(folder, '.hidden'), 'x');
  writeFileSync(join(folder, 'reps.csv'), 'Rep,Region\nAnn,East\n');
  await open(page, address);
  await page.locator('#folder').setInputFiles(folder);
  await expect(sentence(page)).toContainText('24 deals');
  const names = await page.locator('.mapping h3').allInnerTexts();
  const name = folder.split('/').pop();
  expect(names.sort()).toEqual([`${name}/north/deals.csv`, `${name}/south/deals.csv`, 'reps.csv'].sort());
  rmSync(folder, { recursive: true });
  expect(page.faults).toEqual([]);
});

test('rows that hold no record are listed, and memory is stated', async ({ page, address }) => {
  await open(page, address);
  await choose(page, csv('layout.csv', [HEADER, ...GOOD.slice(0, 5), '', ...GOOD.slice(5)]));
  await page.getByText('2 rows that hold no record').click();
  const list = page.locator('details').filter({ hasText: 'rows that hold no record' });
  await expect(list.locator('tbody tr')).toContainText(['header', 'blank']);
  await expect(page.getByText(/The tables hold 60 cells in [\d.]+ KB of memory/)).toBeVisible();
});

test('changes of one import leave one dataset, which is listed and can be forgotten', async ({ page, address }) => {
  await open(page, address);
  await choose(page, csv('kept.csv', [HEADER, ...GOOD]));
  await saved(page);
  await unfold(table(page, 'kept.csv'));
  for (const meaning of ['Not imported', 'Margin', 'Amount']) {
    await table(page, 'kept.csv').getByLabel('Meaning of Amount').selectOption({ label: meaning });
    await expect(page.locator('.answer')).toBeVisible();
    await saved(page);
    await expect.poll(() => nKept(page)).toBe(1);
  }
  const kept = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Data kept in this browser' }) });
  await expect(kept.locator('tbody tr')).toHaveCount(1);
  await expect(kept.locator('tbody tr')).toContainText(['kept.csv13']);
  await expect(kept.locator('tbody tr')).toContainText('Untitled scenario');
  await expect(kept).toContainText(/The page takes [\d.]+ .B of the [\d.,]+ MB/);
  await page.reload();
  await expect(sentence(page)).toContainText('12 deals');
  await kept.getByRole('button', { name: 'Forget this…' }).click();
  await kept.getByRole('button', { name: 'Yes, forget it' }).click();
  await expect(page.getByText('This browser does not hold the data of this scenario')).toBeVisible();
  await expect.poll(() => nKept(page)).toBe(0);
  await expect(kept).toContainText('No data is kept yet.');
  expect(page.faults).toEqual([]);
});

test('data that another step needs is not forgotten', async ({ page, address }) => {
  await open(page, address);
  await choose(page, csv('first.csv', [HEADER, ...GOOD]));
  await saved(page);
  await page.reload();
  await expect(sentence(page)).toContainText('12 deals');
  await choose(page, csv('second.csv', [HEADER, ...GOOD.slice(0, 3)]));
  await expect(sentence(page)).toContainText('3 deals');
  await saved(page);
  await expect.poll(() => nKept(page)).toBe(2);
  await page.keyboard.press('Control+z');
  await expect(sentence(page)).toContainText('12 deals');
});

test('what columns mean is remembered for the next file of the same headers, and goes out and in as a file', async ({ page, address, browser }) => {
  const odd = (name, n) => csv(name, ['nr,who,how much,till,state', ...GOOD.slice(0, n)]);
  const means = async (page, name, pairs) => {
    await unfold(table(page, name));
    for (const [column, meaning] of pairs) await table(page, name).getByLabel(`Meaning of ${column}`, { exact: true }).selectOption({ label: meaning });
  };
  await open(page, address);
  await choose(page, odd('march.csv', 5));
  await table(page, 'march.csv').waitFor();
  await unfold(table(page, 'march.csv'));
  await table(page, 'march.csv').getByLabel('What march.csv holds').selectOption({ label: 'Deals' });
  await means(page, 'march.csv', [['nr', 'Id'], ['who', 'Rep'], ['how much', 'Stage'], ['till', 'Amount'], ['state', 'Closed']]);
  await expect(sentence(page)).toContainText('5 deals, 5 of them won');
  await expect.poll(() => page.evaluate(() => localStorage.getItem('attain.mappings') ?? '')).toContain('"amount"');
  await saved(page);
  const file = await downloaded(page, () => page.getByRole('button', { name: 'Save what columns mean as a file' }).click());
  expect(file.name).toBe('attain-mappings.json');
  await go(page, '/scenarios');
  await page.getByRole('button', { name: 'New scenario' }).click();
  await go(page, '/data');
  await choose(page, odd('april.csv', 7));
  await expect(sentence(page)).toContainText('7 deals, 7 of them won');

  const other = await (await browser.newContext()).newPage();
  await open(other, address);
  await choose(other, { name: 'attain-mappings.json', mimeType: 'application/json', buffer: file.bytes });
  await expect(notice(other, 'What columns mean was taken over.')).toBeVisible();
  await choose(other, odd('may.csv', 9));
  await expect(sentence(other)).toContainText('9 deals, 9 of them won');
  expect([...page.faults, ...other.faults]).toEqual([]);
});
