// Nothing leaves the machine: over a whole session every request is a GET for a file of the build, without a mark of the
// user's data, and the content security policy is never even tried.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from '../../tools/serve.mjs';
import { test, expect, DIST, PREFIX, open, go, choose, saved, rename, fact, costed, downloaded } from './page.mjs';
import { markedFiles, MARKS } from './files.mjs';

const marks = Object.values(MARKS);
/** A text as it may be hidden in a request. */
const disguises = (mark) => [mark, encodeURIComponent(mark), mark.replaceAll(' ', '+'), Buffer.from(mark).toString('base64').replace(/=+$/, '')];
const carries = (text) => marks.filter((mark) => disguises(mark).some((form) => text.toLowerCase().includes(form.toLowerCase())));

test('a whole session asks for files of the build and tells nobody anything', async ({ context, page }) => {
  test.setTimeout(120_000);
  // What the server hears covers workers and the service worker; what the context sees covers other places.
  const heard = [];
  const server = await serve(DIST, 0, PREFIX);
  server.on('request', (request) => {
    let body = '';
    request.on('data', (part) => { body += part; });
    request.on('end', () => { heard.push({ method: request.method, url: request.url, headers: JSON.stringify(request.rawHeaders), body }); });
  });
  const origin = `http://localhost:${server.address().port}`;
  const seen = [];
  context.on('request', (request) => seen.push({
    method: request.method(), url: request.url(), headers: JSON.stringify(request.headers()), body: request.postData() ?? '',
  }));
  const sockets = [];
  page.on('websocket', (socket) => sockets.push(socket.url()));
  const refused = [];
  await page.exposeFunction('refusedByPolicy', (what) => refused.push(what));
  await page.addInitScript(() => document.addEventListener('securitypolicyviolation', (event) => {
    window.refusedByPolicy(`${event.violatedDirective} ${event.blockedURI}`);
  }));
  const said = [];
  page.on('console', (message) => said.push(message.text()));

  await open(page, origin + PREFIX);
  await choose(page, markedFiles());
  await expect(page.locator('.answer-sentence')).toContainText('240 deals, 240 of them won for $2,082,074,160.00'); // 240 × 8,675,309
  await rename(page, `Plan of ${MARKS.rep}`);
  await go(page, '/compensation/plan');
  await expect(page.locator('.note')).toContainText('would have paid');
  await go(page, '/compensation/statements');
  await page.locator('.row-button').first().click();
  await page.getByRole('button', { name: /^Why this amount/ }).first().click();
  await expect(page.locator('.behind')).toContainText(MARKS.account);
  await go(page, '/compensation/costing');
  await costed(page);
  await downloaded(page, () => page.getByRole('button', { name: /as a picture$/ }).first().click());
  await saved(page);
  const { bytes } = await downloaded(page, () => page.getByRole('button', { name: 'Save the scenario as a file' }).click());
  expect(bytes.toString()).toContain(MARKS.rep); // the marks were really there to be told, and would be found
  expect(carries(`/?q=${encodeURIComponent(MARKS.account)}`)).toEqual([MARKS.account]);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.reload();
  await costed(page);
  await go(page, '/compensation/statements');
  await expect(fact(page, 'Deals paid for')).toHaveText('240');

  const web = seen.filter(({ url }) => !/^(blob|data):/.test(url));
  expect(heard.length).toBeGreaterThan(10);
  expect(web.length).toBeGreaterThan(10);
  for (const { method, url, headers, body } of [...web, ...heard.map((request) => ({ ...request, url: origin + request.url }))]) {
    expect(method, url).toBe('GET');
    expect(body, url).toBe('');
    const { origin: to, pathname, search } = new URL(url);
    expect(to, url).toBe(origin);
    expect(search, url).toBe('');
    expect(pathname.startsWith(PREFIX), url).toBe(true);
    expect(existsSync(join(DIST, pathname.slice(PREFIX.length))), `${url} is a file of the build`).toBe(true);
    expect(carries(url + headers), url).toEqual([]);
  }
  // A blob's address holds nothing of the blob.
  for (const { url } of seen) expect(carries(url.startsWith('data:') ? '' : url), url).toEqual([]);
  expect(sockets).toEqual([]);
  expect(refused).toEqual([]);
  expect(said.filter((text) => /content security policy/i.test(text))).toEqual([]);
  expect(said.filter((text) => carries(text).length > 0)).toEqual([]);
  expect(carries(page.url())).toEqual([]);
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

test('the policy refuses what a page could send', async ({ page, address }) => {
  await open(page, address);
  const tried = await page.evaluate(async () => {
    const attempt = (act) => act().then(() => 'went', () => 'refused');
    const image = new Promise((done) => {
      const picture = new Image();
      document.addEventListener('securitypolicyviolation', () => done('refused'), { once: true });
      picture.onload = () => done('went');
      picture.src = 'http://127.0.0.1:9/picture.png';
    });
    return [await attempt(() => fetch('http://127.0.0.1:9/')), await image, navigator.sendBeacon ? await attempt(async () => {
      const refusal = new Promise((done) => document.addEventListener('securitypolicyviolation', done, { once: true }));
      navigator.sendBeacon('http://127.0.0.1:9/', 'x');
      await refusal;
      throw new Error('refused');
    }) : 'refused'];
  });
  expect(tried).toEqual(['refused', 'refused', 'refused']);
});
