// What the page of `benches/pipeline.mjs` does: asks one worker of each kind for all runs and times it, messages included.
import { worker } from './page.mjs';

let wasm, plain;

export async function prepare(url) {
  [wasm, plain] = [worker('./wasm-worker.mjs'), worker('./plain-pipeline.mjs')];
  await wasm({ do: 'prepare', url });
  await wasm({ do: 'deals' });
}

async function timed(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

export async function engine(runs) {
  const ms = await timed(() => wasm({ do: 'futures', seed: 1, from: 0, to: runs }));
  return { ms, ...(await wasm({ do: 'meanOfFutures' })) };
}

export async function javaScript(runs) {
  const ms = await timed(() => plain({ do: 'run', seed: 1, runs }));
  return { ms, ...(await plain({ do: 'check' })) };
}
