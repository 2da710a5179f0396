// The speed and memory of reading files beside what a user or a developer would pick instead, all in the same run and the
// same browser: 100 MB of deals as CSV to checked records, beside PapaParse and duckdb-wasm; a workbook, beside SheetJS.
// Everybody's rows and sum have to agree. What is measured, and how: docs/methods/speed.md.
//
// usage: node benches/import.mjs [repetitions [names of contenders, by commas]]
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { build } from 'esbuild';
import { serve } from '../tools/serve.mjs';
import { makeDeals, makeWorkbook } from './import/files.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const OUT = join(ROOT, 'target/bench');
const N = Number(process.argv[2] ?? 5);
const ONLY = process.argv[3]?.split(',');
const BUSY = loadavg()[0];
const BROWSER = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];
const AIMS = [
  { of: 'PapaParse', at: 'milliseconds', times: 4, words: 'PapaParse / Attain, time' },
  { of: 'duckdb-wasm', at: 'milliseconds', times: 1.5, words: 'duckdb-wasm / Attain, time' },
  { of: 'PapaParse', at: 'megabytes', times: 3, words: 'PapaParse / Attain, memory above an empty page' },
  { of: 'SheetJS', at: 'milliseconds', times: 4, words: 'SheetJS / Attain, time for the workbook', ours: 'Attain, workbook' },
];

process.chdir(ROOT);
mkdirSync(OUT, { recursive: true });
if (!existsSync('dist/index.html')) throw new Error('dist/ is not there: run tools/build.sh first');
if (!existsSync('benches/import/node_modules')) {
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: 'benches/import', stdio: 'inherit' });
}
if (ONLY === undefined || ONLY.some((name) => name.startsWith('Attain'))) buildModule();
await build({
  entryPoints: readdirSync('benches/import').filter((name) => /^(papaparse|duckdb|sheetjs|sheetjs-worker|attain)\.mjs$/.test(name))
    .map((name) => `benches/import/${name}`),
  bundle: true, format: 'esm', outdir: join(OUT, 'import'), logLevel: 'error', platform: 'browser',
});
const deals = await makeDeals(join(OUT, 'deals.csv'));
const workbook = await makeWorkbook(join(OUT, 'orders.xlsx'));
// The page lets its worker read made-up files when it rests; here everybody reads a small file first.
const smallDeals = await makeDeals(join(OUT, 'warm.csv'), 24_000);
const smallWorkbook = await makeWorkbook(join(OUT, 'warm.xlsx'), 5_000);
const REST = 1_000;

const server = await serve(ROOT);
const address = `http://127.0.0.1:${server.address().port}`;
const contenders = [
  { name: 'Attain', script: 'attain', file: deals, warm: smallDeals },
  { name: 'PapaParse', script: 'papaparse', file: deals, warm: smallDeals },
  { name: 'duckdb-wasm', script: 'duckdb', file: deals, warm: smallDeals },
  { name: 'Attain, workbook', script: 'attain', file: workbook, warm: smallWorkbook },
  { name: 'SheetJS', script: 'sheetjs', file: workbook, warm: smallWorkbook },
].filter(({ name }) => ONLY === undefined || ONLY.includes(name));
const results = new Map(contenders.map(({ name }) => [name, []]));
for (let repetition = 0; repetition < N; repetition += 1) {
  for (const contender of contenders) results.get(contender.name).push(await once(contender));
}
server.close();
process.exitCode = tell() ? 0 : 1;

/** One reading in a browser of its own, so that memory is that of this reading alone. */
async function once({ name, script, file, warm }) {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: BROWSER });
  try {
    const page = await browser.newPage();
    await page.goto(`${address}/benches/import/page.html`);
    const empty = await peak(browser);
    await page.setInputFiles('#file', [file.path, warm.path]);
    const milliseconds = await page.evaluate(async ([of, pause]) => {
      const { read } = await import(`/target/bench/import/${of}.js`);
      const rest = () => new Promise((done) => setTimeout(done, pause));
      const { milliseconds, check } = await read(...document.getElementById('file').files, rest);
      globalThis.check = check;
      return milliseconds;
    }, [script, REST]);
    const megabytes = (await peak(browser)) - empty; // before anything is checked
    const { rows, sum } = await page.evaluate(() => globalThis.check());
    if (rows !== file.rows || 0.5 < Math.abs(sum - file.sum)) {
      throw new Error(`${name} read ${rows} rows and ${sum}; there are ${file.rows} and ${file.sum}`);
    }
    return { milliseconds, megabytes };
  } finally {
    await browser.close();
  }
}

/** The most memory that the page's process ever held, in megabytes. */
async function peak(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const of = ({ id }) => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))[1]) / 1024;
  return Math.max(...processInfo.filter(({ type }) => type === 'renderer').map(of));
}

/** The module that reads what Attain made, to check it; release settings. */
function buildModule() {
  const target = 'wasm32-unknown-unknown';
  execFileSync('cargo', ['build', '--quiet', '--release', '--package', 'simulation', '--target', target], { stdio: 'inherit' });
  const folder = process.env.CARGO_TARGET_DIR ?? 'target';
  execFileSync('cp', [`${folder}/${target}/release/simulation.wasm`, join(OUT, 'import-check.wasm')]);
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2;
}

/** Prints the tables; whether all aims are met. */
function tell() {
  const of = (name, at) => median(results.get(name).map((result) => result[at]));
  console.log(`${cpus().length} × ${cpus()[0].model}; ${N} repetitions in turn, medians; load ${BUSY.toFixed(1)} at the start`);
  console.log(`deals.csv ${(deals.bytes / 1e6).toFixed(1)} MB, ${deals.rows} rows; orders.xlsx ${(workbook.bytes / 1e6).toFixed(1)} MB, ${workbook.rows} rows\n`);
  console.log('| who | ms (median) | fastest | slowest | MB above an empty page (peak) |\n|---|---:|---:|---:|---:|');
  for (const [name, all] of results) {
    const times = all.map(({ milliseconds }) => milliseconds);
    console.log(`| ${name} | ${Math.round(median(times))} | ${Math.round(Math.min(...times))} | ${Math.round(Math.max(...times))} | ${Math.round(of(name, 'megabytes'))} |`);
  }
  console.log('\n| ratio | found | aim | |\n|---|---:|---:|---|');
  let all = true;
  for (const { of: peer, at, times, words, ours = 'Attain' } of AIMS) {
    if (!results.has(peer) || !results.has(ours)) continue;
    const found = of(peer, at) / of(ours, at);
    all &&= times <= found;
    console.log(`| ${words} | ${found.toFixed(1)} | ${times} | ${times <= found ? 'met' : 'missed'} |`);
  }
  return all;
}
