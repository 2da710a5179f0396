// Attain's own files worker, as the page asks it: read the file, and make checked records of a table of deals.
const wait = (worker, id) => new Promise((done, fail) => {
  worker.addEventListener('error', fail);
  worker.addEventListener('message', function hear({ data }) {
    if (data[0] !== id || !data[1]) return;
    worker.removeEventListener('message', hear);
    done(data);
  });
});

export async function read(file) {
  const { instance } = await WebAssembly.instantiateStreaming(fetch('/target/bench/import-check.wasm'), {});
  const check = instance.exports;
  const parcel = (length) => new Uint8Array(check.memory.buffer, check.parcel(), length);
  const ask = (which) => parcel(check.files_ask(which)).slice();
  const worker = new Worker('/dist/files_loader.js', { type: 'module' });
  await wait(worker, 0);
  const isWorkbook = file.name.endsWith('.xlsx');
  const start = performance.now();
  worker.postMessage([1, ask(0), null, [file]]);
  await wait(worker, 1);
  let milliseconds = performance.now() - start;
  worker.postMessage([2, ask(1), null, null]);
  const bytes = (await wait(worker, 2))[3];
  if (!isWorkbook) milliseconds = performance.now() - start;
  check.make_room(bytes.length);
  parcel(bytes.length).set(bytes);
  const rows = check.deals_in_parcel();
  return { milliseconds, rows, sum: check.amount_in_parcel() };
}
