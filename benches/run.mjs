// The speed of the cost simulation beside what a user would pick instead, all measured in the same run: natively, in the
// browser with one and two workers, in plain JavaScript, and in numpy. Repetitions take turns, medians are compared, and
// everybody's mean cost has to agree. What is measured, and how: docs/methods/speed.md.
//
// usage: node benches/run.mjs [repetitions]
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from '@playwright/test';
import { serve } from '../tools/serve.mjs';
import { BROWSER, buildModule, OUT, PYTHON, ROOT } from './build.mjs';
import { report } from './report.mjs';

const RUNS = 2_000;
const N = Number(process.argv[2] ?? 9);
const BUSY = loadavg()[0];

process.chdir(ROOT);
mkdirSync(OUT, { recursive: true });
const native = buildNative();
writeFileSync(join(OUT, 'input.json'), execFileSync(native, ['--input'], { maxBuffer: 1 << 26 }));
buildModule();

const server = await serve(ROOT);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: BROWSER });
const page = await browser.newPage();
await page.goto(`http://127.0.0.1:${server.address().port}/benches/peers/page.html`);
await page.evaluate(async (given) => {
  globalThis.bench = await import('./page.mjs');
  await globalThis.bench.prepare(given);
}, { runs: RUNS, module: '/target/bench/simulation.wasm', input: '/target/bench/input.json' });

const ours = onRequest(native, ['--on-request']);
const numpy = startNumpy();
const peers = [
  { name: 'native, one thread', short: 'native', once: () => ours.ask() },
  { name: 'wasm, one worker', short: 'wasm', once: () => page.evaluate(() => globalThis.bench.oneWorker()) },
  { name: 'wasm, two workers', short: 'two workers', once: () => page.evaluate(() => globalThis.bench.twoWorkers()) },
  { name: 'plain JavaScript', short: 'JavaScript', once: (seed) => page.evaluate((s) => globalThis.bench.plainJavaScript(s), seed) },
  ...(numpy ? [{ name: `numpy ${numpy.version}`, short: 'numpy', once: () => numpy.ask() }] : []),
];
for (const peer of peers) await peer.once(1); // warm up: the browser compiles a second time what runs long
const results = new Map(peers.map((peer) => [peer.short, []]));
for (let repetition = 0; repetition < N; repetition += 1) {
  for (const peer of peers) results.get(peer.short).push(await peer.once(2 + repetition));
}
ours.end();
numpy?.end();
await browser.close();
server.close();
if (cpus().length / 4 < BUSY) console.log(`Something else was busy at the start (load ${BUSY.toFixed(1)}): ratios of workers say little.`);
process.exitCode = report({ peers, results, runs: RUNS, machine: `${cpus().length} × ${cpus()[0].model}` }) ? 0 : 1;

/** The bench program with the release settings. */
function buildNative() {
  const said = execFileSync('cargo', ['bench', '--quiet', '--bench', 'simulate', '--no-run', '--message-format', 'json'],
    { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'inherit'] });
  const built = said.split('\n').filter(Boolean).map((line) => JSON.parse(line));
  return built.find((message) => message.executable && message.target.name === 'simulate').executable;
}

/** A program that does a repetition for each line it is sent. */
function onRequest(program, args, env = process.env) {
  const child = spawn(program, args, { env, stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async ask() {
      child.stdin.write('\n');
      const { value, done } = await lines.next();
      if (done) throw new Error(`${program} ended`);
      return JSON.parse(value);
    },
    end: () => child.stdin.end(),
  };
}

/** numpy with its own choice of kernels and one thread, like the others; nothing if it is not installed. */
function startNumpy() {
  const { OPENBLAS_CORETYPE, OPENBLAS_L2_SIZE, ...env } = { ...process.env, OPENBLAS_NUM_THREADS: '1' };
  const found = spawnSync(PYTHON, ['-c', 'import numpy; print(numpy.__version__)'], { env, encoding: 'utf8' });
  if (found.status !== 0) {
    console.log('numpy is not installed, so it is left out.');
    return null;
  }
  const program = onRequest(PYTHON, ['benches/peers/numpy_cost.py', join(OUT, 'input.json'), String(RUNS)], env);
  return { ...program, version: found.stdout.trim() };
}
