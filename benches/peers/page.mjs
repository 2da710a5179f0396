// What the page of the bench does: starts workers, times what they are asked. Times are the page's, messages included.

export function worker(url) {
  const it = new Worker(url, { type: 'module' });
  return (message, transfer = []) => new Promise((done, failed) => {
    it.onmessage = ({ data }) => done(data);
    it.onerror = (event) => failed(new Error(event.message));
    it.postMessage(message, transfer);
  });
}

let first, second, plain, runs;

export async function prepare(given) {
  runs = given.runs;
  [first, second] = [worker('./wasm-worker.mjs'), worker('./wasm-worker.mjs')];
  plain = worker('./plain-worker.mjs');
  await Promise.all([first, second].map((ask) => ask({ do: 'prepare', url: given.module })));
  await plain({ do: 'prepare', url: given.input });
}

async function timed(work) {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

export async function oneWorker() {
  const seconds = await timed(() => first({ do: 'run', seed: 1, from: 0, to: runs }));
  return { seconds, ...(await first({ do: 'check' })) };
}

/// Half of the runs each; then the first takes in the other's tally.
export async function twoWorkers() {
  const half = runs / 2;
  const seconds = await timed(async () => {
    const [, { tally }] = await Promise.all([
      first({ do: 'run', seed: 1, from: 0, to: half }),
      second({ do: 'run', seed: 1, from: half, to: runs, pack: true }),
    ]);
    await first({ do: 'merge', tally }, [tally]);
  });
  return { seconds, ...(await first({ do: 'check' })) };
}

export async function plainJavaScript(seed) {
  const seconds = await timed(() => plain({ do: 'run', seed, runs }));
  return { seconds, ...(await plain({ do: 'check', runs })) };
}
