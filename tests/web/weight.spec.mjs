// How heavy and how fast the first view is.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { decompress } from 'lzma1';
import { test, expect, DIST } from './page.mjs';

const MOST_KILOBYTES = 400;
const MOST_MILLISECONDS = 1000;
/** Crates that read and write files; their names stand in a module where they can stop. */
const READERS = ['csv-core', 'calamine', 'rust_xlsxwriter', 'encoding_rs', 'chardetng', 'oem_cp', 'microlp', 'augurs'];

const kilobytes = (bytes) => Math.round(bytes / 102.4) / 10;
const named = (pattern) => readFileSync(join(DIST, readdirSync(DIST).find((name) => pattern.test(name))));

/** Opens the page in a browser that has never seen it. */
async function firstVisit(browser, address, watch = () => {}) {
  const context = await browser.newContext();
  const page = await context.newPage();
  watch(page);
  await page.goto(address, { waitUntil: 'commit' });
  await page.waitForSelector('h1');
  return { context, page };
}

test(`what the first view loads is at most ${MOST_KILOBYTES} KB, gzipped`, async ({ browser, address }) => {
  const responses = [];
  const { context, page } = await firstVisit(browser, address, (page) => page.on('response', (response) => responses.push(response)));
  const loaded = await Promise.all([...responses].map(async (response) => {
    const body = await response.body();
    return { name: response.url().slice(address.length) || 'index.html', size: gzipSync(body, { level: 9 }).length };
  }));
  await expect(page.getByRole('button', { name: 'Try it with a sample company' })).toBeVisible();
  await context.close();
  const total = loaded.reduce((sum, { size }) => sum + size, 0);
  const list = loaded.sort((a, b) => b.size - a.size).map(({ name, size }) => `${name} ${kilobytes(size)}`).join(', ');
  console.log(`first view: ${kilobytes(total)} KB gzipped: ${list}`);
  const names = loaded.map(({ name }) => name);
  expect(names.some((name) => /^app-.*\.wasm\.lzma$/.test(name))).toBe(true);
  expect(names.filter((name) => /^(files|worker)/.test(name))).toEqual([]);
  expect(total, list).toBeLessThanOrEqual(MOST_KILOBYTES * 1024);
});

test('the page itself holds no reader of files', () => {
  const found = (bytes) => READERS.filter((crate) => bytes.includes(crate));
  expect(found(named(/^files.*\.wasm$/)), 'the names are to be found where the crates are').toContain('encoding_rs');
  expect(found(Buffer.from(decompress(named(/^app-.*\.wasm\.lzma$/))))).toEqual([]);
});

test(`the first real content is there within ${MOST_MILLISECONDS} ms`, async ({ browser, address }) => {
  const times = [];
  for (let n = 0; n < 3; n += 1) {
    const { context, page } = await firstVisit(browser, address);
    // Before the program has started the page is empty: what is painted first is its content.
    const painted = () => page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0);
    await expect.poll(painted).toBeGreaterThan(0);
    times.push(Math.round(await painted()));
    await context.close();
  }
  console.log(`first real content after ${times.join(', ')} ms`);
  expect(Math.min(...times)).toBeLessThan(MOST_MILLISECONDS);
});
