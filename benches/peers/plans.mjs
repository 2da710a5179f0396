// What the page of `benches/plans.mjs` does: asks workers and times the answers, messages included.
import { worker } from './page.mjs';

let first, second, own, value = 200;

export async function prepare(url, ownUrl) {
  [first, second, own] = [1, 2, 3].map(() => worker('./wasm-worker.mjs'));
  await Promise.all([first, second].map((ask) => ask({ do: 'prepare', url })));
  await own({ do: 'prepare', url: ownUrl });
  await own({ do: 'tree' });
  return (await first({ do: 'plans' })).deals;
}

async function timed(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

export const frame = () => timed(() => first({ do: 'frame', value: 200 + (value++ % 200) }));
export const respread = () => timed(() => own({ do: 'respread', goal: 987_000_000 + 1_000 * value++ }));
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
