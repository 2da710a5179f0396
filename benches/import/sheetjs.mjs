// SheetJS in a worker, dense: the cells of the first sheet.
export async function read(file, warm, rest) {
  const worker = new Worker('/target/bench/import/sheetjs-worker.js', { type: 'module' });
  await new Promise((done) => worker.addEventListener('message', done, { once: true }));
  await sum(worker, warm);
  await rest();
  const start = performance.now();
  const found = await sum(worker, file);
  return { milliseconds: performance.now() - start, check: () => found };
}

async function sum(worker, file) {
  worker.postMessage(file);
  const { data } = await new Promise((done, fail) => {
    worker.addEventListener('message', done, { once: true });
    worker.addEventListener('error', fail);
  });
  return data;
}
