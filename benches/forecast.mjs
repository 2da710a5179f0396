// The speed of the one call on 1,000 monthly series of 120 values, side by side in one run: natively and in wasm (one thread
// each), augurs' MSTL with ETS, and statsforecast's AutoETS and AutoTheta in one process where Python has it. Accuracy on the
// 12 values after each stands beside. What is measured, and how: docs/methods/speed.md.
//
// usage: [PYTHON=python3] node benches/forecast.mjs
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { buildModule, OUT, PYTHON, ROOT } from './build.mjs';
import { load } from './wasm/load.mjs';

const N_SERIES = 1000;
const BASELINE = 'statsforecast AutoETS';
const LEAST = { native: 10, wasm: 6 };
const BUSY = loadavg()[0];
process.chdir(ROOT);
buildModule();
const found = new Map();

/** Keeps and prints the lines `NAME: N series a second, sMAPE X` of a program. */
function run(program, args) {
  const { status, stdout } = spawnSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  for (const [line, name, speed] of (stdout ?? '').matchAll(/^(.+): (\d+) series a second, sMAPE [\d.]+$/gm)) {
    found.set(name, Number(speed));
    console.log(line);
  }
  return status === 0;
}

const bench = ['bench', '--quiet', '--bench', 'forecast', '--'];
const file = join(OUT, 'forecast.csv');
const peer = ['run', '--quiet', '--release', '--manifest-path', 'benches/peers/augurs/Cargo.toml', '--target-dir', 'target/peers', '--', file];
if (!run('cargo', [...bench, '--write', file])) throw new Error('the series could not be written');
run('cargo', bench);
const engine = await load(readFileSync(join(OUT, 'simulation.wasm')));
engine.forecast_errors(0, 50); // the second compilation
const start = performance.now();
const smape = engine.forecast_errors(0, N_SERIES) / N_SERIES;
const seconds = (performance.now() - start) / 1000;
found.set('wasm', N_SERIES / seconds);
console.log(`wasm: ${(N_SERIES / seconds).toFixed(0)} series a second, sMAPE ${smape.toFixed(3)}`);
if (!run('cargo', peer)) console.log('augurs: it could not be built here.');
if (spawnSync(PYTHON, ['-c', 'import statsforecast']).status !== 0 || !run(PYTHON, ['benches/peers/forecast.py', file])) {
  console.log('statsforecast is not installed, so it is left out (PYTHON names another interpreter).');
}
let sound = true;
const baseline = found.get(BASELINE);
for (const [name, least] of baseline ? Object.entries(LEAST) : []) {
  const ratio = found.get(name) / baseline;
  sound &&= least <= ratio;
  console.log(`${name}: ${ratio.toFixed(1)} times as fast as ${BASELINE}, aim ≥ ${least}: ${least <= ratio ? 'met' : 'MISSED'}`);
}
if (cpus().length / 4 < BUSY) console.log(`Something else was busy at the start (load ${BUSY.toFixed(1)}).`);
process.exitCode = sound ? 0 : 1;
