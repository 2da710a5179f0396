// After a fault of the program: the rescue page, and the way back.
import { readFileSync } from 'node:fs';
import { downloaded, expect, go, open, rename, storedTitles, takeSample, test, titleField } from './page.mjs';

/** The rescue page's words in a language: title, text, download, reload. */
function words(language) {
  const texts = readFileSync(new URL(`../../static/locales/${language}/shell.ftl`, import.meta.url), 'utf8');
  return ['title', 'text', 'download', 'reload'].map((name) => new RegExp(`^rescue-${name} = (.*)$`, 'm').exec(texts)[1]);
}

for (const language of ['en', 'pl']) {
  test(`a fault shows the rescue page at once, in the user's language: ${language}`, async ({ page, address }) => {
    const [title, text, download, reload] = words(language);
    await page.addInitScript((language) => localStorage.setItem('attain.setting.language', language), language);
    await open(page, address);
    await rename(page, 'Last state');
    await expect.poll(() => storedTitles(page)).toEqual(['Last state']);
    await page.evaluate(() => window.attainFault('panicked at test <b>bold</b>'));
    const rescue = page.locator('main.rescue');
    await expect(rescue.locator('h1')).toHaveText(title, { timeout: 1000 });
    await expect(rescue.locator('p')).toHaveText(text);
    await expect(rescue.locator('pre')).toHaveText('panicked at test <b>bold</b>');
    await expect(page.locator('.app')).toHaveCount(0);
    const file = await downloaded(page, () => rescue.getByRole('button', { name: download }).click());
    expect(file.name).toMatch(/\.json$/);
    expect(JSON.parse(file.bytes)).toMatchObject({ format: 'attain-scenario', version: 1, scenario: { title: 'Last state' } });
    await rescue.getByRole('button', { name: reload }).click();
    await expect(titleField(page)).toHaveValue('Last state');
  });
}

test('the rescued file has also an edit that was not saved yet, and opens as a scenario', async ({ page, browser, address }) => {
  await open(page, address);
  await takeSample(page);
  await page.evaluate(async () => {
    const field = document.querySelector('.bar-title input');
    field.value = 'Edited just before';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await new Promise((drawn) => setTimeout(drawn, 50));
    window.attainFault('test');
  });
  const file = await downloaded(page, () => page.getByRole('button', { name: 'Download the last state' }).click());
  const scenario = JSON.parse(file.bytes).scenario;
  expect(scenario.title).toBe('Edited just before');
  expect(scenario.plans.length).toBeGreaterThan(0);
  const other = await browser.newContext();
  const there = await other.newPage();
  await open(there, address, '/scenarios');
  await there.locator('#files').setInputFiles([{ name: file.name, mimeType: 'application/json', buffer: file.bytes }]);
  await expect(titleField(there)).toHaveValue('Edited just before');
  await go(there, '/compensation/plan');
  await expect(there.locator('.plan-chip').first()).toHaveText(scenario.plans[0].name);
  expect(there.faults).toEqual([]);
  await other.close();
});

test('a trap of the program itself, and one in a promise, show the rescue page', async ({ page, address }) => {
  for (const trap of [
    () => setTimeout(() => { throw new WebAssembly.RuntimeError('unreachable'); }),
    () => { Promise.reject(new WebAssembly.RuntimeError('memory access out of bounds')); },
  ]) {
    await open(page, address);
    await page.evaluate(trap);
    await expect(page.locator('main.rescue h1')).toHaveText('Attain has stopped', { timeout: 1000 });
    await page.reload();
    await expect(page.locator('.app')).toHaveCount(1);
  }
});

test('an error that is none of the program, and a trap in a worker, do not', async ({ page, address }) => {
  await open(page, `${address}?workers=2`);
  await takeSample(page);
  await page.evaluate(() => setTimeout(() => { throw new Error('of an extension'); }));
  await expect.poll(() => page.workers().length).toBeGreaterThanOrEqual(3);
  for (const worker of page.workers()) {
    // A helper of the files worker may be gone with it by now.
    const fault = await worker.evaluate(() => { setTimeout(() => { throw new WebAssembly.RuntimeError('unreachable'); }); }).catch((fault) => fault);
    if (fault !== undefined) expect(String(fault)).toContain('closed');
  }
  // The workers are replaced, and work goes on.
  await go(page, '/compensation/costing');
  await expect(page.locator('.run')).toContainText('10,000 simulated years', { timeout: 30_000 });
  await expect(page.locator('main.rescue')).toHaveCount(0);
});
