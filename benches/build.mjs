// What the benches in the browser share: the module and the browser's options.
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
export const OUT = join(ROOT, 'target/bench');
/** The interpreter that has what is measured beside. */
export const PYTHON = process.env.PYTHON ?? 'python3';
// What every browser in use has; the names of the Rust compiler's own defaults and of SIMD.
const FEATURES = ['simd', 'bulk-memory', 'bulk-memory-opt', 'sign-ext', 'mutable-globals', 'nontrapping-float-to-int',
  'reference-types', 'multivalue', 'call-indirect-overlong'];
export const BROWSER = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];

/** The engine's module as the page's workers are built: release settings, then binaryen; or as the page itself is. */
export function buildModule({ profile = 'release', level = '-O3', name = 'simulation.wasm' } = {}) {
  const target = 'wasm32-unknown-unknown';
  mkdirSync(OUT, { recursive: true });
  execFileSync('cargo', ['build', '--quiet', '--profile', profile, '--package', 'simulation', '--target', target], { stdio: 'inherit' });
  execFileSync('node_modules/.bin/wasm-opt', [level, ...FEATURES.map((name) => `--enable-${name}`),
    `target/${target}/${profile}/simulation.wasm`, '-o', join(OUT, name)], { stdio: 'inherit' });
}
