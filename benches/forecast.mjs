// The speed of the one call on 1,000 monthly series of 120 values: as a worker runs it (wasm, one thread), natively, and
// statsforecast's AutoETS and AutoTheta in one process, where Python has it. Accuracy on the 12 values after each stands beside.
//
// usage: node benches/forecast.mjs
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { buildModule, OUT, ROOT } from './build.mjs';
import { load } from './wasm/load.mjs';

const N_SERIES = 1000;
const BUSY = loadavg()[0];
process.chdir(ROOT);
buildModule();
const engine = await load(readFileSync(join(OUT, 'simulation.wasm')));
engine.forecast_errors(0, 50); // the second compilation
const start = performance.now();
const smape = engine.forecast_errors(0, N_SERIES) / N_SERIES;
const seconds = (performance.now() - start) / 1000;
console.log(`wasm: ${(N_SERIES / seconds).toFixed(0)} series a second, sMAPE ${smape.toFixed(3)}`);
const bench = ['bench', '--quiet', '--bench', 'forecast', '--'];
execFileSync('cargo', bench, { stdio: 'inherit' });
const file = join(OUT, 'forecast.csv');
execFileSync('cargo', [...bench, '--write', file], { stdio: 'inherit' });
try {
  execFileSync('python3', ['-c', 'import statsforecast'], { stdio: 'ignore' });
  execFileSync('python3', ['benches/peers/forecast.py', file], { stdio: 'inherit' });
} catch {
  console.log('statsforecast: not there to be measured.');
}
if (cpus().length / 4 < BUSY) console.log(`Something else was busy at the start (load ${BUSY.toFixed(1)}).`);
