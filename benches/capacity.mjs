// The speed of simulated years of a headcount plan, as the page's workers would: 200 heads, 36 months, two workers.
// What is measured, and how: docs/methods/speed.md.
//
// usage: node benches/capacity.mjs [repetitions]
import { loadavg, cpus } from 'node:os';
import { chromium } from '@playwright/test';
import { serve } from '../tools/serve.mjs';
import { BROWSER, buildModule, ROOT } from './build.mjs';

const N = Number(process.argv[2] ?? 9);
const MOST = 2000;
const BUSY = loadavg()[0];
process.chdir(ROOT);
buildModule();
const server = await serve(ROOT);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: BROWSER });
const page = await browser.newPage();
await page.goto(`http://127.0.0.1:${server.address().port}/benches/peers/page.html`);
await page.evaluate(async (module) => {
  globalThis.bench = await import('./capacity.mjs');
  return globalThis.bench.prepare(module);
}, '/target/bench/simulation.wasm');
const once = () => page.evaluate(() => globalThis.bench.years());
await once(); // warm up: the browser compiles a second time what runs long
const found = [];
for (let repetition = 0; repetition < N; repetition += 1) found.push(await once());
found.sort((a, b) => a - b);
const median = (found[(N - 1) >> 1] + found[N >> 1]) / 2;
console.log(`10,000 years, 200 heads, 36 months, two workers: ${median.toFixed(0)} ms, slowest ${found.at(-1).toFixed(0)}, aim ≤ ${MOST}: ${median <= MOST ? 'met' : 'MISSED'}`);
await browser.close();
server.close();
if (cpus().length / 4 < BUSY) console.log(`Something else was busy at the start (load ${BUSY.toFixed(1)}).`);
process.exitCode = median <= MOST ? 0 : 1;
