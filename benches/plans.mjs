// The speed of what a plan's page computes, as a worker of the page would: one frame of dragging, a year's exact
// statements, behaviour, and costing on two workers. What is measured, and how: docs/methods/speed.md.
//
// usage: node benches/plans.mjs [repetitions]
import { loadavg, cpus } from 'node:os';
import { chromium } from '@playwright/test';
import { serve } from '../tools/serve.mjs';
import { BROWSER, buildModule, ROOT } from './build.mjs';

const N = Number(process.argv[2] ?? 9);
const BUSY = loadavg()[0];
process.chdir(ROOT);
buildModule();
// The page's own thread spreads quotas, and is built for size.
buildModule({ profile: 'page', level: '-Oz', name: 'page.wasm' });
const server = await serve(ROOT);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: BROWSER });
const page = await browser.newPage();
await page.goto(`http://127.0.0.1:${server.address().port}/benches/peers/page.html`);
const deals = await page.evaluate(async ([module, own]) => {
  globalThis.bench = await import('./plans.mjs');
  return globalThis.bench.prepare(module, own);
}, ['/target/bench/simulation.wasm', '/target/bench/page.wasm']);

/** What is done, its limit in ms, and how often it is done for one repetition. */
const WORK = [
  { name: 'a frame of dragging: curve, calculator, lint, 200 reps × 12 months', most: 16, does: 'frame', times: 20 },
  { name: 'quotas of 10,000 nodes spread anew, as the page is built', most: 16, does: 'respread', times: 20 },
  { name: `statements of a year, 1,000 reps, ${deals.toLocaleString('en')} deals`, most: 500, does: 'statements', given: 0 },
  { name: 'the same with a condition between two components', most: 500, does: 'statements', given: 1 },
  { name: 'behaviour of 50 types, one rate', most: 1000, does: 'behaviour', given: 0 },
  { name: 'behaviour of 50 types, convex', most: 1000, does: 'behaviour', given: 1 },
  { name: 'behaviour of 50 types, quarters within a year', most: 1000, does: 'behaviour', given: 2 },
  { name: '10,000 runs of 1,000 reps on two workers', most: 3000, does: 'costing' },
];
console.log(`\n${'in the browser, medians'.padEnd(68)}      ms  slowest    aim`);
let isMet = true;
for (const { name, most, does, given, times = 1 } of WORK) {
  const once = () => page.evaluate(([does, given]) => globalThis.bench[does](given), [does, given]);
  await once(); // warm up: the browser compiles a second time what runs long
  const found = [];
  for (let repetition = 0; repetition < N * times; repetition += 1) found.push(await once());
  found.sort((a, b) => a - b);
  const median = (found[(found.length - 1) >> 1] + found[found.length >> 1]) / 2;
  isMet &&= median <= most;
  const cell = (ms) => ms.toFixed(ms < 20 ? 1 : 0);
  console.log(`${name.padEnd(68)}${cell(median).padStart(8)} ${cell(found.at(-1)).padStart(8)}  ≤ ${most} ${median <= most ? 'met' : 'MISSED'}`);
}
await browser.close();
server.close();
if (cpus().length / 4 < BUSY) console.log(`Something else was busy at the start (load ${BUSY.toFixed(1)}).`);
process.exitCode = isMet ? 0 : 1;
