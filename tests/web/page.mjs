// What every browser test stands on: the built page under a sub-path, and ways to open and use it.
import { readFile } from 'node:fs/promises';
import { inflateRawSync } from 'node:zlib';
import { test as base, expect } from '@playwright/test';
import { serve } from '../../tools/serve.mjs';

export { expect };

/** Folder of the build that is tested. */
export const DIST = process.env.ATTAIN_DIST ?? 'dist';
/** A sub-path, as static hosts have it. */
export const PREFIX = '/some/folder/';

export const test = base.extend({
  /** Address of the page, on a server of this worker's own. */
  address: [async ({}, use) => {
    const server = await serve(DIST, 0, PREFIX);
    await use(`http://localhost:${server.address().port}${PREFIX}`);
    await new Promise((done) => server.close(done));
  }, { scope: 'worker' }],
});

/** Opens the page, or a part of it by hash, and collects what goes wrong in `page.faults`. */
export async function open(page, address, hash = '') {
  page.faults ??= [];
  page.on('pageerror', (error) => page.faults.push(error.message));
  page.on('console', (message) => { if (message.type() === 'error') page.faults.push(message.text()); });
  await page.goto(address + (hash ? `#${hash}` : ''));
  await page.waitForSelector('h1');
}

/** The sample company, from the first visit. */
export async function takeSample(page) {
  await page.getByRole('button', { name: 'Try it with a sample company' }).click();
  await page.locator('.answer').waitFor();
}

/** Goes to a page by its address in the hash. */
export async function go(page, hash) {
  await page.evaluate((hash) => { location.hash = hash; }, hash);
}

/** Drops or chooses files: paths, or `{ name, mimeType, buffer }`. */
export async function choose(page, files) {
  await page.locator('#files').setInputFiles(files);
}

/** Waits until the state of saving says so. */
export async function saved(page) {
  await expect(page.locator('.saved')).toContainText('Saved');
}

/** What a key of the browser's storage begins with that holds a scenario. */
export const PREFIX_STORED = 'attain.scenario.';

/** The scenarios that the browser stores: id, the stored text, and the newest state in it, or `null` if none can be read. */
export async function stored(page) {
  const entries = await page.evaluate((prefix) => Object.entries(localStorage).filter(([key]) => key.startsWith(prefix)), PREFIX_STORED);
  return entries.map(([key, text]) => ({ id: key.slice(PREFIX_STORED.length), text, scenario: newest(text) }));
}

function newest(text) {
  try {
    const body = text.split('\n')[0].split(' ')[4];
    return JSON.parse(inflateRawSync(Buffer.from(body, 'base64')).toString()).scenario;
  } catch {
    return null;
  }
}

/** Titles of the stored scenarios, in order of the alphabet. */
export const storedTitles = async (page) => (await stored(page)).map(({ scenario }) => scenario?.title ?? null).sort();

/** The field with the scenario's title. */
export const titleField = (page) => page.locator('.bar-title input');

/** Gives the scenario a title, as one edit. */
export async function rename(page, title) {
  await titleField(page).fill(title);
  await titleField(page).press('Enter');
}

/** The file that `act` makes the page offer: its name and bytes. */
export async function downloaded(page, act) {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** A notice with these words. */
export const notice = (page, words) => page.locator('.notices .notice').filter({ hasText: words });

/** The figure of a fact, by its whole name. */
export const fact = (page, name) => page.locator('.fact')
  .filter({ has: page.getByText(name, { exact: true }) }).locator('.fact-figure').first();

/** Waits until the simulation is done, and answers with P10, P50 and P90 as shown. */
export async function costed(page, runs = '10,000') {
  await expect(page.locator('.run [role=status]')).toContainText(`${runs} simulated years`, { timeout: 60_000 });
  return Promise.all(['P10', 'P50', 'P90'].map((name) => fact(page, name).innerText()));
}

/** The one number of a text of the English locale, times 100. */
export const cents = (text) => Math.round(Number(text.replace(/[^\d.-]/g, '')) * 100);
