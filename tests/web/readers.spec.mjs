// However many workers read a large file, and whether or not the browser can read it ahead of them, the same comes of it.
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { test, expect, open, saved, stored } from './page.mjs';
import { makeDeals } from '../../benches/import/files.mjs';

test.describe.configure({ timeout: 240_000 });

/** Says before the worker starts how many processors there are. */
const processors = (n) => `Object.defineProperty(WorkerNavigator.prototype, 'hardwareConcurrency', { get: () => ${n} });`;
/** Makes streams unable to fill memory that they are lent, as those of some browsers are. */
const UNABLE = `const plain = ReadableStream.prototype.getReader;
  ReadableStream.prototype.getReader = function (options) {
    if (options?.mode === 'byob') throw new TypeError('unable');
    return plain.call(this, options);
  };`;

test('a large file is read alike by one worker and by several, read ahead or not', async ({ browser, address }, testInfo) => {
  const path = testInfo.outputPath('deals.csv');
  mkdirSync(dirname(path), { recursive: true });
  const { rows } = await makeDeals(path, 300_000);
  const read = async (before) => {
    const context = await browser.newContext({ serviceWorkers: 'block' }); // what it keeps could not be changed on its way
    let n_workers = 0;
    await context.route('**/files.js', async (route) => {
      n_workers += 1;
      const response = await route.fetch();
      await route.fulfill({ response, body: `${before}\n${await response.text()}` });
    });
    const page = await context.newPage();
    await open(page, address);
    await page.locator('#files').setInputFiles(path);
    await expect(page.locator('.answer-sentence')).toContainText(`${rows.toLocaleString('en')} deals`, { timeout: 60_000 });
    await saved(page);
    const [{ scenario }] = await stored(page);
    const shown = await page.locator('.mapping').innerText();
    expect(page.faults).toEqual([]);
    await context.close();
    return { n_workers, found: { data: scenario.data, shown } };
  };
  const one = await read(processors(2));
  expect(one.found.data).toBeTruthy();
  for (const [before, isAlone] of [[processors(3), false], [processors(2) + UNABLE, true], [processors(3) + UNABLE, false]]) {
    const { n_workers, found } = await read(before);
    expect(n_workers === one.n_workers, before).toBe(isAlone);
    expect(found).toEqual(one.found);
  }
});
