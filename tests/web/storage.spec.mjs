// Nothing is lost: saving, undo, a killed page, a full or blocked store, damage, newer versions, files.
import { downloaded, expect, go, notice, open, rename, saved, stored, storedTitles, takeSample, test, titleField } from './page.mjs';

/** A whole record whose document says version 2, as a later program might store it; its checksum holds. */
const NEWER = 'attain1 7 1790000000000 3c3260e9598d2b5a0bedc166ef4a42dc PY7RDsIwCEV/hfCsy/Rt+wD/oy4sI1paKdWYpv/uMMbHyznAbbgmjcFwBgxmgeVYFpKgnPAA+CQtnGSn5z2FnN2bhnEYnS4bLbdSow89/zdnaGhsd3Jy0RTBNoK1WlVyUZJRcfZSNiOB6xt+r2By4VGD2Pdww5LZC5x67x8\n';

const KEY = 'attain.scenario.';
const put = (page, id, text) => page.evaluate(([key, text]) => localStorage.setItem(key, text), [KEY + id, text]);
const fieldOf = (page, name) => page.getByRole('textbox', { name, exact: true });
const tool = (page, name) => page.locator('.bar-tools').getByRole('button', { name, exact: true });
const entry = (page, title) => page.locator('tr').filter({ has: page.getByRole('rowheader', { name: title, exact: true }) });
const idOf = async (page, title) => (await stored(page)).find(({ scenario }) => scenario?.title === title)?.id;

/** Renames, and waits until it is in the store. */
async function keep(page, title) {
  await rename(page, title);
  await expect.poll(() => storedTitles(page)).toContain(title);
}

/** Another scenario, with a title, beside those that are there. */
async function another(page, title) {
  await go(page, '/scenarios');
  await page.getByRole('button', { name: 'New scenario' }).click();
  await expect(titleField(page)).toHaveValue('Untitled scenario');
  await keep(page, title);
}

test.describe('scenarios of this browser', () => {
  test('a scenario is named, saved, and there after a reload', async ({ page, address }) => {
    await open(page, address);
    await expect(page.locator('.saved')).toContainText('Nothing to save yet');
    expect(await stored(page)).toEqual([]);
    await keep(page, 'Plan year');
    await saved(page);
    await page.reload();
    await expect(titleField(page)).toHaveValue('Plan year');
    await expect(page).toHaveTitle(/Plan year/);
    await saved(page);
    expect(page.faults).toEqual([]);
  });

  test('a copy stands beside the original, and changes apart from it', async ({ page, address }) => {
    await open(page, address, '/scenarios');
    await keep(page, 'Plan year');
    await entry(page, 'Plan year').getByRole('button', { name: 'Copy Plan year' }).click();
    await expect(notice(page, '“Copy of Plan year” is stored.')).toBeVisible();
    expect(await storedTitles(page)).toEqual(['Copy of Plan year', 'Plan year']);
    await entry(page, 'Copy of Plan year').getByRole('button', { name: 'Open Copy of Plan year' }).click();
    await keep(page, 'Bold');
    expect(await storedTitles(page)).toEqual(['Bold', 'Plan year']);
  });

  test('what was removed comes back whole by the button of its notice', async ({ page, address }) => {
    await open(page, address, '/scenarios');
    await keep(page, 'First');
    await another(page, 'Second');
    const before = await stored(page);
    for (const title of ['First', 'Second']) {
      await entry(page, title).getByRole('button', { name: `Remove ${title}` }).click();
      await expect(entry(page, title)).toHaveCount(0);
      expect(await storedTitles(page)).not.toContain(title);
      await notice(page, `“${title}” was removed.`).getByRole('button', { name: 'Undo' }).click();
      await expect(entry(page, title)).toHaveCount(1);
      await expect(notice(page, `“${title}” was removed.`)).toHaveCount(0);
    }
    const byId = (list) => [...list].sort((a, b) => a.id.localeCompare(b.id));
    expect(byId(await stored(page))).toEqual(byId(before));
    await entry(page, 'First').getByRole('button', { name: 'Open First' }).click();
    await expect(titleField(page)).toHaveValue('First');
  });

  test('an edit is kept also if another scenario is opened at once', async ({ page, address }) => {
    await open(page, address, '/scenarios');
    await keep(page, 'First');
    await another(page, 'Second');
    // In one breath: the quiet time before saving has not passed when the other one is opened.
    await page.evaluate(() => {
      const field = document.querySelector('.bar-title input');
      field.value = 'Second, edited';
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.dispatchEvent(new Event('change', { bubbles: true }));
      [...document.querySelectorAll('button')].find((button) => button.title === 'Open First').click();
    });
    await expect(titleField(page)).toHaveValue('First');
    await expect.poll(() => storedTitles(page)).toEqual(['First', 'Second, edited']);
  });
});

test('forgetting everything leaves no scenario and no data behind', async ({ page, address }) => {
  await open(page, address);
  await takeSample(page);
  await saved(page);
  await go(page, '/scenarios');
  await page.getByRole('button', { name: 'Forget everything…' }).click();
  await page.getByRole('button', { name: 'Yes, forget everything' }).click();
  await expect(notice(page, 'Everything was removed from this browser.')).toBeVisible();
  await expect(page.locator('.saved')).toContainText('Nothing to save yet', { timeout: 3000 });
  expect(await stored(page)).toEqual([]);
  const n_datasets = await page.evaluate(() => new Promise((told) => {
    const request = indexedDB.open('attain');
    request.onsuccess = () => { request.result.transaction('datasets').objectStore('datasets').count().onsuccess = (event) => told(event.target.result); };
  }));
  expect(n_datasets).toBe(0);
});

test('forgetting everything lets go of earlier exports and of a file of series too', async ({ page, address }) => {
  test.setTimeout(180_000);
  const deals = 'id,rep,amount,created,closed,stage\nX1,Rep 1,1000,2024-01-02,2024-06-20,Proposal\n';
  const take = (name) => page.getByRole('button', { name: `Take ${name} away` });
  const ofFile = () => page.getByRole('combobox', { name: 'What is forecast', exact: true }).selectOption({ label: 'from a file of series' });
  await open(page, address);
  await takeSample(page);
  await go(page, '/forecast/pipeline');
  await page.locator('#export-files').setInputFiles([{ name: 'deals 2024-03-31.csv', mimeType: 'text/csv', buffer: Buffer.from(deals) }]);
  await expect(take('deals 2024-03-31.csv')).toBeVisible({ timeout: 60_000 });
  await go(page, '/forecast/series');
  await ofFile();
  await page.locator('#series-file').setInputFiles([{ name: 'm.csv', mimeType: 'text/csv', buffer: Buffer.from(`id,V1,V2,V3,V4\nM1,${[3, 4, 5, 6]}\n`) }]);
  await expect(take('m.csv')).toBeVisible({ timeout: 30_000 });
  await saved(page);
  await go(page, '/scenarios');
  await page.getByRole('button', { name: 'Forget everything…' }).click();
  await page.getByRole('button', { name: 'Yes, forget everything' }).click();
  await expect(notice(page, 'Everything was removed from this browser.')).toBeVisible();
  // The same page, with the same data once more: what was held beside them is gone.
  await go(page, '/data');
  await takeSample(page);
  await go(page, '/forecast/pipeline');
  await expect(page.getByRole('heading', { name: 'Earlier exports' })).toBeVisible({ timeout: 60_000 });
  await expect(take('deals 2024-03-31.csv')).toHaveCount(0);
  await go(page, '/forecast/series');
  await ofFile();
  await expect(page.locator('#series-file')).toBeAttached();
  await expect(take('m.csv')).toHaveCount(0);
  expect(page.faults).toEqual([]);
});

test('undo and redo go through edits of every kind, and what is stored follows', async ({ page, address }) => {
  await open(page, address);
  await takeSample(page);
  await go(page, '/compensation/plan');
  const now = async () => JSON.stringify((await stored(page))[0]?.scenario);
  await page.getByRole('textbox', { name: 'Value of tier 1' }).first().waitFor();
  await saved(page);
  const states = [await now()];
  const enter = (field, text) => async () => { await field.fill(text); await field.press('Enter'); };
  const main = page.locator('main');
  const edits = {
    title: () => rename(page, 'Undone and redone'),
    'name of the plan': enter(fieldOf(main, 'Plan'), 'Hunters'),
    'value of a tier': enter(main.getByRole('textbox', { name: 'Value of tier 1' }).first(), '0.61'),
    'a list': async () => { await main.getByRole('combobox', { name: 'Paid', exact: true }).first().selectOption({ label: 'yearly' }); },
    'another tier': () => main.getByRole('button', { name: 'Add a tier' }).first().click(),
    'a tier less': () => main.getByRole('button', { name: 'Remove tier 2' }).first().click(),
    'another component': () => main.getByRole('button', { name: 'Add a component' }).click(),
    'another plan': async () => { await main.getByRole('combobox', { name: 'Add a plan…' }).selectOption({ label: 'Flat commission' }); },
    'a plan less': () => main.getByRole('button', { name: 'Remove the plan' }).click(),
    budget: async () => { await go(page, '/compensation/costing'); await enter(main.getByRole('textbox', { name: /^Budget/ }), '2400000')(); },
    'fiscal year': async () => { await go(page, '/data'); await main.getByRole('combobox', { name: 'Fiscal year begins in' }).selectOption({ label: 'Apr' }); },
    currency: async () => { await enter(fieldOf(main, 'Currency (three letters)'), 'PLN')(); },
    notes: async () => { await go(page, '/scenarios'); await fieldOf(main, 'Notes').fill('Two\nlines'); await fieldOf(main, 'Notes').blur(); },
  };
  for (const [what, edit] of Object.entries(edits)) {
    await edit();
    await expect.poll(now, `stored after: ${what}`).not.toBe(states.at(-1));
    states.push(await now());
  }
  for (const state of states.slice(0, -1).reverse()) {
    await tool(page, 'Undo').click();
    await expect.poll(now).toBe(state);
  }
  for (const state of states.slice(1)) {
    await tool(page, 'Redo').click();
    await expect.poll(now).toBe(state);
  }
  await expect(tool(page, 'Redo')).toBeDisabled();
  await page.locator('h1').click();
  await page.keyboard.press('Control+z');
  await expect.poll(now).toBe(states.at(-2));
  await page.keyboard.press('Control+Shift+Z');
  await expect.poll(now).toBe(states.at(-1));
  expect(page.faults).toEqual([]);
});

test('a page that is killed half a second after an edit has kept it', async ({ context, address }) => {
  let page = await context.newPage();
  await open(page, address);
  for (const title of ['One', 'Two', 'Three']) {
    await rename(page, title);
    await page.waitForTimeout(500); // the promise that is tested
    await page.close({ runBeforeUnload: false });
    page = await context.newPage();
    await open(page, address);
    await expect(titleField(page)).toHaveValue(title);
    expect(await storedTitles(page)).toEqual([title]);
  }
});

test.describe('where nothing can be stored', () => {
  /** Fills the store of the page's origin to the last character. */
  const fill = (page) => page.evaluate(() => {
    let n = 0;
    for (let size = 1 << 22; 1 <= size; size = Math.floor(size / 2)) {
      try {
        for (;;) localStorage.setItem(`other.${n++}`, 'x'.repeat(size));
      } catch { /* smaller ones may still fit */ }
    }
  });
  const free = (page) => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('other.')).forEach((key) => localStorage.removeItem(key)));
  const FULL = 'The browser’s storage is full, so the scenario is NOT saved. Save it as a file, or remove scenarios you no longer need.';

  test('a full store is said at once, the file has the edit, and freeing room saves', async ({ page, address }) => {
    await open(page, address);
    await keep(page, 'Before');
    await fill(page);
    const title = `After ${'0123456789abcdef'.repeat(8)}`;
    await rename(page, title);
    const bar = page.locator('.saved-box');
    await expect(bar).toContainText('NOT saved', { timeout: 1000 });
    await expect(bar).toContainText(FULL);
    await expect(notice(page, FULL)).toBeVisible();
    expect(await storedTitles(page), 'what was saved before is untouched').toEqual(['Before']);
    const file = await downloaded(page, () => bar.getByRole('button', { name: 'Save as a file' }).click());
    expect(file.name).toMatch(/\.attain\.json$/);
    expect(JSON.parse(file.bytes).scenario.title).toBe(title);
    await bar.getByRole('button', { name: 'Try again' }).click();
    await expect(bar).toContainText('NOT saved');
    await free(page);
    await bar.getByRole('button', { name: 'Try again' }).click();
    await saved(page);
    await expect.poll(() => storedTitles(page)).toEqual([title]);
    await page.reload();
    await expect(titleField(page)).toHaveValue(title);
    expect(page.faults).toEqual([]);
  });

  test('an edit after a failed one is tried too, and saved when there is room', async ({ page, address }) => {
    await open(page, address);
    await keep(page, 'Before');
    await fill(page);
    await rename(page, `After ${'0123456789abcdef'.repeat(8)}`);
    await expect(page.locator('.saved')).toContainText('NOT saved');
    await free(page);
    await keep(page, 'Later');
    await saved(page);
    expect(await storedTitles(page)).toEqual(['Later']);
  });

  test('a blocked store is said, and the page works without it', async ({ page, address }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('The operation is insecure.', 'SecurityError'); } });
    });
    await open(page, address);
    await takeSample(page);
    await expect(page.locator('.answer-sentence')).toContainText('deals');
    const bar = page.locator('.saved-box');
    await expect(bar).toContainText('NOT saved');
    await expect(bar).toContainText('The browser does not let this page store anything');
    await rename(page, 'Unsaved');
    const file = await downloaded(page, () => bar.getByRole('button', { name: 'Save as a file' }).click());
    const saved = JSON.parse(file.bytes);
    expect(saved.scenario.title).toBe('Unsaved');
    expect(saved.data.n_bytes).toBeGreaterThan(1000);
    await go(page, '/compensation/statements');
    await expect(page.locator('.answer-sentence')).toContainText('would have paid');
    await go(page, '/scenarios');
    await expect(page.locator('main')).toContainText('The browser does not let this page store anything');
    await tool(page, 'Undo').click();
    await expect(titleField(page)).toHaveValue('Sample company');
    expect(page.faults).toEqual([]);
  });

  for (const [how, script] of [
    ['missing', () => Object.defineProperty(window, 'indexedDB', { value: undefined })],
    ['refused', () => { IDBFactory.prototype.open = () => { throw new DOMException('denied', 'SecurityError'); }; }],
  ]) {
    test(`with the database ${how}, data is used, and it is said that it is not kept`, async ({ page, address }) => {
      await page.addInitScript(script);
      await open(page, address);
      await takeSample(page);
      await expect(notice(page, 'The browser did not keep the data. It is there until you close the page')).toBeVisible();
      const sentence = await page.locator('.answer-sentence').textContent();
      await go(page, '/compensation/statements');
      await expect(page.locator('.answer-sentence')).toContainText('would have paid');
      await go(page, '/data');
      await expect(page.locator('.answer-sentence')).toHaveText(sentence);
      await saved(page);
      await page.reload();
      await expect(page.locator('.banner', { hasText: 'This browser does not hold the data of this scenario.' })).toBeVisible();
      expect(page.faults).toEqual([]);
    });
  }
});

test.describe('damage and newer versions', () => {
  const BROKEN = 'This record cannot be read. It is kept, and you can download it on the page of scenarios.';

  test('a broken record is listed, downloads byte for byte, and hides no other', async ({ page, address }) => {
    await open(page, address, '/scenarios');
    await keep(page, 'Whole');
    await another(page, 'Hurt');
    const id = await idOf(page, 'Hurt');
    const text = `attain1 3 17 00 broken ź 中 "\t<b>\r\n${'y'.repeat(5000)}\n\n`;
    await put(page, id, text);
    await page.reload();
    await expect(notice(page, BROKEN)).toBeVisible();
    const row = entry(page, 'A record that cannot be read');
    await expect(row).toContainText('damaged; kept for download');
    const file = await downloaded(page, () => row.getByRole('button', { name: /Download/ }).click());
    expect(file.bytes.toString()).toBe(text);
    await entry(page, 'Whole').getByRole('button', { name: 'Open Whole' }).click();
    await expect(titleField(page)).toHaveValue('Whole');
    await keep(page, 'Whole still');
    await row.getByRole('button', { name: /Remove/ }).click();
    await expect(row).toHaveCount(0);
    await notice(page, 'was removed').getByRole('button', { name: 'Undo' }).click();
    await expect(row).toHaveCount(1);
    expect((await stored(page)).find((kept) => kept.id === id).text).toBe(text);
    expect(page.faults).toEqual([]);
  });

  test('a damaged last state falls back to the one before, says so, and goes on', async ({ page, address }) => {
    await open(page, address);
    await keep(page, 'Before');
    await keep(page, 'After');
    const [{ id, text }] = await stored(page);
    const place = text.indexOf('\n') - 10;
    await put(page, id, text.slice(0, place) + (text[place] === 'A' ? 'B' : 'A') + text.slice(place + 1));
    await page.reload();
    await expect(titleField(page)).toHaveValue('Before');
    await expect(notice(page, 'The last change of this scenario was damaged; the state before it is shown.')).toBeVisible();
    await go(page, '/scenarios');
    await expect(page.locator('tr').filter({ has: page.getByRole('rowheader', { name: 'Before' }) })).toHaveCount(1);
    await keep(page, 'Mended');
    expect(await storedTitles(page)).toEqual(['Mended']);
    await page.reload();
    await expect(titleField(page)).toHaveValue('Mended');
    await expect(notice(page, 'was damaged')).toHaveCount(0);
  });

  test('a record of a newer version opens read-only and is never written over', async ({ page, address }) => {
    await open(page, address, '/scenarios');
    await keep(page, 'Mine');
    await put(page, 'newer', NEWER);
    await page.reload();
    await expect(entry(page, 'From the future')).toContainText('of a newer version, read only');
    await entry(page, 'From the future').getByRole('button', { name: 'Open From the future' }).click();
    await expect(titleField(page)).toHaveValue('From the future');
    await expect(titleField(page)).toBeDisabled();
    await expect(page.locator('.saved')).toContainText('Read only');
    await expect(page.locator('.banner')).toContainText('A newer version of Attain saved this scenario.');
    // Whatever is tried changes nothing.
    await fieldOf(page.locator('main'), 'Notes').fill('overwritten', { force: true, timeout: 2000 }).catch(() => {});
    await page.locator('h1').click();
    await go(page, '/data');
    await page.getByRole('button', { name: 'Try it with a sample company' }).click({ timeout: 2000 }).catch(() => {});
    await page.getByRole('combobox', { name: 'Fiscal year begins in' }).selectOption({ label: 'Apr' }, { timeout: 2000 }).catch(() => {});
    await page.locator('h1').click();
    await page.keyboard.press('Control+z');
    await go(page, '/scenarios');
    await entry(page, 'Mine').getByRole('button', { name: 'Open Mine' }).click();
    await keep(page, 'Mine again');
    expect((await stored(page)).find(({ id }) => id === 'newer').text).toBe(NEWER);
    expect(await storedTitles(page)).toEqual(['From the future', 'Mine again']);
  });
});

test.describe('scenario files', () => {
  const json = (name, text) => ({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  const choose = (page, name, text) => page.locator('#files').setInputFiles([json(name, text)]);

  test('a file with its data opens in another browser with the same figures; without, it holds no name', async ({ page, browser, address }) => {
    await open(page, address);
    await takeSample(page);
    await keep(page, 'Travels');
    await go(page, '/compensation/statements');
    const sentence = await page.locator('.answer-sentence').textContent();
    const rep = await page.locator('.row-button').first().textContent();
    await go(page, '/scenarios');
    const whole = await downloaded(page, () => page.getByRole('button', { name: 'With the data' }).click());
    const bare = await downloaded(page, () => page.getByRole('button', { name: 'Without the data' }).click());
    expect(whole.name).toBe('Travels.attain.json');
    const strip = (bytes) => { const { data, ...file } = JSON.parse(bytes); return file; };
    expect(strip(whole.bytes).scenario).toEqual(strip(bare.bytes).scenario);
    expect(JSON.parse(bare.bytes).data).toBeUndefined();
    expect(bare.bytes.toString()).not.toContain(rep.trim());

    const other = await browser.newContext();
    const there = await other.newPage();
    await open(there, address, '/scenarios');
    await choose(there, 'anything.json', whole.bytes);
    await expect(titleField(there)).toHaveValue('Travels');
    await saved(there);
    await go(there, '/compensation/statements');
    await expect(there.locator('.answer-sentence')).toHaveText(sentence);
    await there.reload();
    await expect(there.locator('.answer-sentence')).toHaveText(sentence);
    await go(there, '/scenarios');
    await choose(there, 'bare.json', bare.bytes);
    await go(there, '/data');
    await expect.poll(() => storedTitles(there)).toEqual(['Travels', 'Travels']);
    expect(there.faults).toEqual([]);
    await other.close();
  });

  test('a file that is no whole scenario gets its own message, and nothing is lost', async ({ page, address }) => {
    await open(page, address, '/scenarios');
    await keep(page, 'Open');
    const good = (await downloaded(page, () => page.getByRole('button', { name: 'Without the data' }).click())).bytes.toString();
    const before = await stored(page);
    const lines = (text) => text.split('\n').length;
    const half = good.slice(0, good.length / 2);
    const cases = [
      ['half.json', half, `The file is damaged or cut short (line ${lines(half)}, column `, 'Get the file again from where it was saved'],
      ['empty.json', '', 'The file is damaged or cut short (line ', 'Get the file again'],
      ['words.json', 'good morning', 'The file is damaged or cut short (line 1, column ', 'Get the file again'],
      ['list.json', '[1, 2]', 'The file is no scenario of Attain.', 'Choose a file that was saved as a scenario'],
      ['other.json', '{"type":"FeatureCollection","features":[]}', 'The file is no scenario of Attain.', 'Choose a file'],
      ['field.json', good.replace('"plans": []', '"plans": 7'), 'The scenario cannot be read', 'Get the file again'],
      ['data.json', good.replace(/\}\s*$/, ',"data":{"fingerprint":"00","n_bytes":4,"deflated":"AAAA"}}'), 'The data in the file is damaged.', 'Get the file again'],
    ];
    for (const [name, text, reason, remedy] of cases) {
      await choose(page, name, text);
      await expect(notice(page, reason), name).toBeVisible();
      await expect(notice(page, reason), name).toContainText(remedy);
      await notice(page, reason).getByRole('button', { name: 'Dismiss' }).click();
      await expect(titleField(page)).toHaveValue('Open');
      expect(await stored(page), name).toEqual(before);
    }
    await choose(page, 'edited.json', good.replace('"Open"', '"Edited by hand"'));
    await expect(notice(page, 'The file was changed outside Attain since it was saved. It is used as it is.')).toBeVisible();
    await expect(titleField(page)).toHaveValue('Edited by hand');
    await expect.poll(() => storedTitles(page)).toEqual(['Edited by hand', 'Open']);
    expect(page.faults).toEqual([]);
  });

  test('a file of a newer version opens read-only and is said to be so', async ({ page, address }) => {
    await open(page, address, '/scenarios');
    await keep(page, 'Open');
    const file = JSON.parse((await downloaded(page, () => page.getByRole('button', { name: 'Without the data' }).click())).bytes);
    file.version = 99;
    file.scenario.title = 'Newer file';
    await choose(page, 'newer.json', JSON.stringify(file));
    await expect(notice(page, 'A newer version of Attain saved this scenario.')).toBeVisible();
    await expect(titleField(page)).toHaveValue('Newer file');
    await expect(titleField(page)).toBeDisabled();
    await expect(page.locator('.saved')).toContainText('Read only');
    await entry(page, 'Open').getByRole('button', { name: 'Open Open' }).click();
    await keep(page, 'Open again');
    expect(await storedTitles(page)).toEqual(['Open again']);
  });
});
