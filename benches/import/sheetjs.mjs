// SheetJS in a worker, dense: the cells of the first sheet.
export async function read(file) {
  const worker = new Worker('/target/bench/import/sheetjs-worker.js', { type: 'module' });
  await new Promise((done) => worker.addEventListener('message', done, { once: true }));
  const start = performance.now();
  worker.postMessage(file);
  const { data } = await new Promise((done, fail) => {
    worker.addEventListener('message', done, { once: true });
    worker.addEventListener('error', fail);
  });
  return { milliseconds: performance.now() - start, check: () => data };
}
