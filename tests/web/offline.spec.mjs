// Once visited, the page works without a network; and what is missing is said to be missing.
import { serve } from '../../tools/serve.mjs';
import { test, expect, DIST, PREFIX, open, takeSample, go, saved, rename, fact, costed, downloaded } from './page.mjs';

test('without a network the whole thread works on the sample company', async ({ context, page }) => {
  test.setTimeout(120_000);
  const server = await serve(DIST, 0, PREFIX);
  await open(page, `http://localhost:${server.address().port}${PREFIX}`);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await expect.poll(() => page.evaluate(() => Boolean(navigator.serviceWorker.controller))).toBe(true);
  await context.setOffline(true);
  server.closeAllConnections();
  await new Promise((done) => server.close(done)); // not even the server is there any more
  await page.reload();
  await page.waitForSelector('h1');
  await takeSample(page);
  await go(page, '/compensation/plan');
  await expect(page.locator('.note')).toContainText('would have paid');
  await page.getByRole('textbox', { name: 'Value of tier 1' }).first().fill('0.9');
  await page.keyboard.press('Tab');
  await expect(page.locator('.said')).toContainText('0.9×');
  await go(page, '/compensation/statements');
  await page.locator('.row-button').first().click();
  await page.getByRole('button', { name: /^Why this amount/ }).first().click();
  await expect(page.locator('.trace li').first()).toContainText(/\d/);
  const total = await fact(page, 'Paid').innerText();
  await go(page, '/compensation/costing');
  const cost = await costed(page);
  await rename(page, 'On the train');
  await saved(page);
  const { bytes } = await downloaded(page, () => page.getByRole('button', { name: 'Save the scenario as a file' }).click());
  expect(JSON.parse(bytes).scenario.title).toBe('On the train');
  await page.reload();
  expect(await costed(page)).toEqual(cost);
  await go(page, '/compensation/statements');
  await expect(fact(page, 'Paid')).toHaveText(total);
  const missing = await page.evaluate(() => fetch('./not-there.wasm').then((response) => response.headers.get('content-type'), () => 'failed'));
  expect(missing).toBe('failed');
  expect(page.faults.filter((fault) => !fault.includes('not-there') && !fault.includes('ERR_'))).toEqual([]);
});

test('a missing file is a 404 and never a page', async ({ page, address, request }) => {
  for (const name of ['not-there.js', 'app-0000000000000000.js', 'app-0000000000000000_bg.wasm', 'locales/xx.json']) {
    const answer = await request.get(address + name);
    expect(answer.status(), name).toBe(404);
    expect(answer.headers()['content-type'], name).not.toContain('html');
  }
  await open(page, address);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await expect.poll(() => page.evaluate(() => Boolean(navigator.serviceWorker.controller))).toBe(true);
  const kept = await page.evaluate(() => fetch('./not-there.js').then(async (response) => [response.status, response.headers.get('content-type')]));
  expect(kept[0]).toBe(404);
  expect(kept[1]).not.toContain('html');
});
