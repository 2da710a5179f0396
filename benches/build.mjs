// What the benches in the browser share: the module and the browser's options.
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
export const OUT = join(ROOT, 'target/bench');
// What every browser in use has; the names of the Rust compiler's own defaults and of SIMD.
const FEATURES = ['simd', 'bulk-memory', 'bulk-memory-opt', 'sign-ext', 'mutable-globals', 'nontrapping-float-to-int',
  'reference-types', 'multivalue', 'call-indirect-overlong'];
export const BROWSER = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];

/** The engine's module as the page's own are built: release settings, then binaryen. */
export function buildModule() {
  const target = 'wasm32-unknown-unknown';
  mkdirSync(OUT, { recursive: true });
  execFileSync('cargo', ['build', '--quiet', '--release', '--package', 'simulation', '--target', target], { stdio: 'inherit' });
  execFileSync('node_modules/.bin/wasm-opt', ['-O3', ...FEATURES.map((name) => `--enable-${name}`),
    `target/${target}/release/simulation.wasm`, '-o', join(OUT, 'simulation.wasm')], { stdio: 'inherit' });
}
