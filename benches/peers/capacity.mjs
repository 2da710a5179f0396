// What the page of `benches/capacity.mjs` does: asks two workers for half of the runs each and times it, messages included.
import { worker } from './page.mjs';

let first, second;

export async function prepare(url) {
  [first, second] = [worker('./wasm-worker.mjs'), worker('./wasm-worker.mjs')];
  await Promise.all([first, second].map((ask) => ask({ do: 'prepare', url })));
  await Promise.all([first, second].map((ask) => ask({ do: 'heads' })));
}

export async function years() {
  const start = performance.now();
  const [, { tally }] = await Promise.all([
    first({ do: 'years', seed: 1, from: 0, to: 5_000 }),
    second({ do: 'years', seed: 1, from: 5_000, to: 10_000, pack: true }),
  ]);
  await first({ do: 'joinYears', tally }, [tally]);
  return performance.now() - start;
}
