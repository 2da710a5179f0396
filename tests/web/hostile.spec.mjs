// Broken and harmful files: each gets a message that says where and what to do; the page goes on, and what was there stays.
import { gzipSync } from 'node:zlib';
import { choose, downloaded, expect, go, notice, open, rename, saved, stored, takeSample, test, titleField } from './page.mjs';

const HEADER = 'Deal ID,Rep,Stage,Amount,Close Date\n';
const GOOD = 'd1,Ann,Closed Won,100,2025-01-10\n';
const csv = (name, content) => ({ name, mimeType: 'text/csv', buffer: Buffer.isBuffer(content) ? content : Buffer.from(content) });

/** A picture of one pixel. */
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABXvMqOgAAAABJRU5ErkJggg==', 'base64');

/** Files that cannot be read: name, content, reason, remedy. */
const REFUSED = [
  ['empty.csv', '', 'The file is empty', 'Export the table again and check that it has rows'],
  ['picture.csv', PNG, 'The file is no table; it looks like PNG', 'Export or save the table as CSV or as a workbook'],
  ['packed.csv', gzipSync(Buffer.from(HEADER.repeat(50))), 'The file is no table; it looks like GZIP', 'CSV'],
  ['nulls.csv', Buffer.alloc(5000), 'The file is no table; it holds binary data', 'Export or save the table as CSV'],
  ['torn.xlsx', Buffer.from('PK\u0003\u0004 and nothing more'), 'The file is damaged', 'Open the file where it was made, and save it again'],
  ['wide.csv', `${Array.from({ length: 1_100 }, (_, n) => `c${n}`).join(',')}\n${'1,'.repeat(1_099)}1\n`, 'Line 1 has 1,100 columns; at most 1,024 are read', 'Export only the columns that are needed'],
  ['endless.csv', `${HEADER}${GOOD}d2,Ann,${'x'.repeat(2 << 20)}`, 'The row that begins on line 3 never ends', 'Look for a quote without its pair'],
];

test('a file that cannot be read is named with reason and remedy, and earlier data stays', async ({ page, address }) => {
  await open(page, address);
  await takeSample(page);
  const sentence = await page.locator('.answer-sentence').textContent();
  await saved(page);
  const before = (await stored(page))[0].scenario.data;
  for (const [name, content, reason, remedy] of REFUSED) {
    await choose(page, csv(name, content));
    const failure = page.locator('.failure').filter({ hasText: name });
    await expect(failure).toContainText(reason);
    await expect(failure).toContainText(remedy);
    await expect(page.locator('.answer-sentence')).toHaveText(sentence);
  }
  expect((await stored(page))[0].scenario.data).toEqual(before);
  await go(page, '/compensation/statements');
  await expect(page.locator('.answer-sentence')).toContainText('would have paid');
  expect(page.faults).toEqual([]);
});

test('a file of more than a gigabyte is refused by its size, before it is read', async ({ page, address }) => {
  await open(page, address);
  // One piece of 16 MiB, 68 times over: a real file object of 1.06 GiB that takes no such memory.
  await page.evaluate((text) => {
    const piece = new Blob([text, new Uint8Array((16 << 20) - text.length)]);
    const transfer = new DataTransfer();
    transfer.items.add(new File(Array(68).fill(piece), 'huge.csv'));
    document.querySelector('.app').dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
  }, HEADER);
  const failure = page.locator('.failure').filter({ hasText: 'huge.csv' });
  await expect(failure).toContainText('The file has 1,088 MB; at most 512 MB are read', { timeout: 5000 });
  await expect(failure).toContainText('Split the file, or export fewer rows');
  await choose(page, csv('deals.csv', HEADER + GOOD));
  await expect(page.locator('.answer-sentence')).toContainText('One deal, 1 won for $100.00');
  expect(page.faults).toEqual([]);
});

test('a header without rows is said, and does not take the place of the deals that were there', async ({ page, address }) => {
  await open(page, address);
  await takeSample(page);
  const sentence = await page.locator('.answer-sentence').textContent();
  await choose(page, csv('header.csv', HEADER));
  await expect(page.locator('.issues')).toContainText('header.csv');
  await expect(page.locator('.issues')).toContainText('the file has a header but no rows');
  await expect(page.locator('.issues')).toContainText('Export the table again and check that it has rows');
  await expect(page.locator('.answer-sentence')).toHaveText(sentence);
});

/** Rows that cannot be records: file, what is read of it, and each issue as [row, column, value, reason, remedy]. */
const ROWS = [
  {
    name: 'amounts.csv',
    text: `${HEADER}${GOOD}d2,Ann,Closed Won,NaN,2025-01-11\nd3,Ben,Closed Won,1e400,2025-01-12\nd4,Ben,Closed Won,250.50,2025-01-13\nd5,Ben,Closed Won,Infinity,2025-01-13\nd6,Ben,Closed Won,300,2025-01-13\n`,
    sentence: '3 deals, 3 of them won for $650.50',
    rows: ['7', '3', '3', '1'],
    issues: [
      ['3', 'Amount', 'NaN', /empty|not a number/, 'choose another column for this field'],
      ['4', 'Amount', '1e400', /too large a number/, 'Correct the cell in the file'],
      ['6', 'Amount', 'Infinity', /not a number/, 'Correct the cell in the file'],
    ],
  },
  {
    name: 'days.csv',
    text: `${HEADER}${GOOD}d2,Ann,Closed Won,200,2025-02-31\nd3,Ben,Closed Won,300,2025-02-28\n`,
    sentence: '2 deals, 2 of them won for $400.00',
    rows: ['4', '2', '1', '1'],
    issues: [['3', 'Close Date', '2025-02-31', /not a date that a calendar has/, 'Correct the cell in the file']],
  },
];

for (const { name, text, sentence, rows, issues } of ROWS) {
  test(`rows of ${name} that cannot be records are listed by row, column, value, reason and remedy`, async ({ page, address }) => {
    await open(page, address);
    await choose(page, csv(name, text));
    await expect(page.locator('.answer-sentence')).toContainText(sentence);
    const counts = page.locator('main').getByRole('row').filter({ hasText: name }).first().locator('td');
    await expect(counts).toHaveText([name, 'Deals', ...rows]);
    for (const [row, column, value, reason, remedy] of issues) {
      const group = page.locator('.issue-group').filter({ hasText: value });
      await group.locator('summary').click();
      const line = group.locator('tbody tr').filter({ hasText: value });
      // The last cell holds what corrects it.
      await expect(line.locator('td')).toHaveText([name, row, column, value, reason, /.*/]);
      await expect(group.locator('> p').first()).toContainText(remedy);
      await group.locator('summary').click();
    }
    const aside = await downloaded(page, () => page.getByRole('button', { name: 'Download the rows set aside' }).click());
    for (const [, , value] of issues) expect(aside.bytes.toString()).toContain(value);
    const all = await downloaded(page, () => page.getByRole('button', { name: 'Download all issues' }).click());
    expect(all.bytes.toString().trim().split('\n').length).toBe(issues.length + 1);
    expect(page.faults).toEqual([]);
  });
}

test('a quote that is never closed is named with its row, and swallows nothing in silence', async ({ page, address }) => {
  await open(page, address);
  await choose(page, csv('quote.csv', `${HEADER}${GOOD}d2,"Ann,Closed Won,200,2025-02-03\nd3,Ben,Closed Won,300,2025-02-28\n`));
  const main = page.locator('main');
  await expect(main).toContainText('quote.csv');
  await expect(main).toContainText(/quote that is never closed/);
});

test('JSON that is no scenario says so, and what is open stays open', async ({ page, address }) => {
  await open(page, address);
  await takeSample(page);
  await rename(page, 'Mine');
  const sentence = await page.locator('.answer-sentence').textContent();
  await choose(page, { name: 'package.json', mimeType: 'application/json', buffer: Buffer.from('{"name":"x","version":1,"scenario":{}}') });
  await expect(notice(page, 'The file is no scenario of Attain.')).toContainText('Choose a file that was saved as a scenario');
  await expect(titleField(page)).toHaveValue('Mine');
  await expect(page.locator('.answer-sentence')).toHaveText(sentence);
});

test('markup in names, headers, cells, titles and messages is shown as text and never runs', async ({ page, address }) => {
  const evil = (n) => `<img src=x onerror=window.__xss=${n}>`;
  const script = '<script>window.__xss=99</script>';
  const isClean = async () => {
    expect(await page.evaluate(() => window.__xss)).toBeUndefined();
    expect(await page.evaluate(() => document.querySelectorAll('img, iframe, object, embed, [onerror], [onload], [onclick], script:not([src]), a[href^="javascript"]').length)).toBe(0);
  };
  await open(page, address);
  const rows = [1, 2, 3].map((n) => `"${evil(n)}","Rep ${evil(4)}",Closed Won,${n}00,2025-0${n}-10,"${script}","${evil(5)}"`);
  const bad = `d9,"Rep ${evil(4)}",Closed Won,"${evil(6)}",2025-01-10,x,y`;
  await choose(page, csv(`${evil(7)}.csv`, `Deal ID,Rep,Stage,Amount,Close Date,Account,"${evil(8)}"\n${rows.join('\n')}\n${bad}\n`));
  await expect(page.locator('.answer-sentence')).toContainText('3 deals, 3 of them won for $600.00');
  for (const text of [evil(7), evil(8), evil(5), script, evil(6)]) expect(await page.locator('main').textContent()).toContain(text);
  await isClean();
  await choose(page, csv(`${evil(9)}.csv`, ''));
  await expect(page.locator('.failure')).toContainText(evil(9));
  await isClean();

  await rename(page, `Title ${evil(10)}`);
  await go(page, '/compensation/plan');
  if (await page.locator('.template').count()) await page.locator('.template').first().click();
  const plan = page.locator('main').getByRole('textbox', { name: 'Plan', exact: true });
  await plan.fill(`Plan ${evil(11)}`);
  await plan.press('Enter');
  const component = page.locator('main').getByRole('textbox', { name: 'Component', exact: true }).first();
  await component.fill(`Part ${evil(12)}`);
  await component.press('Enter');
  await expect(page.locator('.said')).toContainText(evil(12));
  await isClean();
  await go(page, '/compensation/statements');
  await page.locator('.row-button').first().click();
  await page.locator('.table-inner button').first().click();
  await expect(page.locator('.row-inside')).toContainText([evil(12)]);
  await isClean();
  await go(page, '/compensation/costing');
  await expect(page.locator('main')).toContainText(`Rep ${evil(4)}`);
  await isClean();
  await go(page, '/scenarios');
  await page.locator('main textarea').fill(script);
  await page.locator('main textarea').blur();
  await expect(page.locator('main table')).toContainText(evil(10));
  await page.getByRole('button', { name: /^Copy Title/ }).click();
  await expect(notice(page, 'is stored.')).toContainText(evil(10));
  await page.getByRole('button', { name: /^Remove Copy of/ }).click();
  await expect(notice(page, 'was removed')).toContainText(evil(10));
  await isClean();
  const file = await downloaded(page, () => page.getByRole('button', { name: 'With the data' }).click());
  expect(file.name).not.toMatch(/[<>"/\\]/);
  await page.getByRole('button', { name: 'New scenario' }).click();
  await choose(page, { name: 'back.json', mimeType: 'application/json', buffer: file.bytes });
  await expect(titleField(page)).toHaveValue(`Title ${evil(10)}`);
  const hurt = file.bytes.toString().replace('"plans": [', `"plans": "${script}", "was": [`);
  await choose(page, { name: `${evil(13)}.json`, mimeType: 'application/json', buffer: Buffer.from(hurt) });
  await expect(notice(page, 'The scenario cannot be read')).toBeVisible();
  await isClean();
  expect(await page.title()).toContain(evil(10));
  // The address is as little to be trusted.
  await go(page, `/data?${evil(14)}`);
  await isClean();
  // What the policy refused would stand here.
  expect(page.faults.filter((fault) => /Content Security Policy|xss/i.test(fault))).toEqual([]);
});
