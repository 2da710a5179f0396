// The speed of simulated pipelines beside what a user would pick instead, all measured in the same run: 10,000 runs of 8,000
// open deals over twelve months in one wasm worker, in plain JavaScript and in numpy. Repetitions take turns, medians are
// compared, and everybody's mean has to agree. What is measured, and how: docs/methods/speed.md.
//
// usage: node benches/pipeline.mjs [repetitions]
import { spawn, spawnSync } from 'node:child_process';
import { loadavg, cpus } from 'node:os';
import { createInterface } from 'node:readline';
import { chromium } from '@playwright/test';
import { serve } from '../tools/serve.mjs';
import { BROWSER, buildModule, PYTHON, ROOT } from './build.mjs';

const N = Number(process.argv[2] ?? 5);
const RUNS = 10_000;
const MOST = 1000;
const LEAST = { JavaScript: 4, numpy: 2.5 };
const BUSY = loadavg()[0];
process.chdir(ROOT);
buildModule();
const server = await serve(ROOT);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: BROWSER });
const page = await browser.newPage();
await page.goto(`http://127.0.0.1:${server.address().port}/benches/peers/page.html`);
await page.evaluate(async (module) => {
  globalThis.bench = await import('./pipeline.mjs');
  return globalThis.bench.prepare(module);
}, '/target/bench/simulation.wasm');
const numpy = startNumpy();
const peers = [
  { name: 'wasm', once: () => page.evaluate((runs) => globalThis.bench.engine(runs), RUNS) },
  { name: 'JavaScript', once: () => page.evaluate((runs) => globalThis.bench.javaScript(runs), RUNS) },
  ...(numpy ? [{ name: 'numpy', once: () => numpy.ask() }] : []),
];
for (const peer of peers) await peer.once(); // warm up: the browser compiles a second time what runs long
const found = new Map(peers.map(({ name }) => [name, []]));
for (let repetition = 0; repetition < N; repetition += 1) {
  for (const peer of peers) found.get(peer.name).push(await peer.once());
}
numpy?.end();
await browser.close();
server.close();
const median = (name) => {
  const sorted = found.get(name).map(({ ms }) => ms).sort((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
};
const own = median('wasm');
let sound = own <= MOST;
console.log(`10,000 runs of 8,000 open deals over 12 months, one worker: ${own.toFixed(0)} ms, aim ≤ ${MOST}: ${sound ? 'met' : 'MISSED'}`);
const reference = found.get('wasm')[0].mean;
for (const [name, least] of Object.entries(LEAST).filter(([peer]) => found.has(peer))) {
  const ratio = median(name) / own;
  const agrees = found.get(name).every(({ mean }) => Math.abs(mean / reference - 1) < 0.005);
  sound &&= least <= ratio && agrees;
  console.log(`${name}: ${median(name).toFixed(0)} ms, ${ratio.toFixed(1)} times as long, aim ≥ ${least}: ${least <= ratio ? 'met' : 'MISSED'}${agrees ? '' : ', NOT THE SAME WORK'}`);
}
if (cpus().length / 4 < BUSY) console.log(`Something else was busy at the start (load ${BUSY.toFixed(1)}).`);
process.exitCode = sound ? 0 : 1;

/** numpy with one thread, like the others; nothing if it is not installed. */
function startNumpy() {
  const env = { ...process.env, OPENBLAS_NUM_THREADS: '1' };
  if (spawnSync(PYTHON, ['-c', 'import numpy'], { env }).status !== 0) {
    console.log('numpy is not installed, so it is left out.');
    return null;
  }
  const child = spawn(PYTHON, ['benches/peers/numpy_pipeline.py', String(RUNS)], { env, stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async ask() {
      child.stdin.write('\n');
      return JSON.parse((await lines.next()).value);
    },
    end: () => child.stdin.end(),
  };
}
