// What the page of `benches/plans.mjs` does: asks workers and times the answers, messages included.
import { worker } from './page.mjs';

let first, second, value = 200;

export async function prepare(url) {
  [first, second] = [worker('./wasm-worker.mjs'), worker('./wasm-worker.mjs')];
  await Promise.all([first, second].map((ask) => ask({ do: 'prepare', url })));
  return (await first({ do: 'plans' })).deals;
}

async function timed(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

export const frame = () => timed(() => first({ do: 'frame', value: 200 + (value++ % 200) }));
export const statements = (given) => timed(() => first({ do: 'statements', given }));
export const behaviour = (given) => timed(() => first({ do: 'behaviour', given }));

/** Half of the runs each; then the first takes in the other's tally. */
export const costing = () => timed(async () => {
  const [, { tally }] = await Promise.all([
    first({ do: 'run', seed: 1, from: 0, to: 5_000 }),
    second({ do: 'run', seed: 1, from: 5_000, to: 10_000, pack: true }),
  ]);
  await first({ do: 'merge', tally }, [tally]);
});
