// Attain's own files worker, as the page asks it: forget what was there, read the file, and make checked records of a table
// of deals, as bytes that the page is given. What it made is read back afterwards, unmeasured, by the engine's bare module.
import { load } from '../wasm/load.mjs';

const answer = (worker, id) => new Promise((done, fail) => {
  worker.addEventListener('error', fail);
  worker.addEventListener('message', function hear({ data }) {
    if (data[0] !== id || !data[1]) return;
    worker.removeEventListener('message', hear);
    done(data);
  });
});

export async function read(file, warm, rest) {
  // Packed asks are small; the module that packs them is dropped before the reading begins.
  const [forget, deals, workbook, make] = await asks();
  const worker = new Worker('/dist/files_loader.js', { type: 'module' });
  await answer(worker, 0);
  const isWorkbook = file.name.endsWith('.xlsx');
  let id = 0;
  const once = async (file) => {
    worker.postMessage([id += 1, forget, null, null]);
    worker.postMessage([id += 1, isWorkbook ? workbook : deals, null, [file]]);
    await answer(worker, id);
    const isRead = performance.now();
    worker.postMessage([id += 1, make, null, null]);
    return [isRead, (await answer(worker, id))[3]];
  };
  await once(warm);
  await rest();
  const start = performance.now();
  const [isRead, data] = await once(file);
  const milliseconds = (isWorkbook ? isRead : performance.now()) - start;
  return { milliseconds, check: () => check(data) };
}

async function module() {
  return load(await (await fetch('/target/bench/import-check.wasm')).arrayBuffer());
}

async function asks() {
  const { memory, parcel, files_ask: ask } = await module();
  return [0, 1, 2, 3].map((which) => {
    const length = ask(which);
    return new Uint8Array(memory.buffer, parcel(), length).slice();
  });
}

async function check(data) {
  const bytes = data instanceof Blob ? new Uint8Array(await data.arrayBuffer()) : data;
  const { memory, parcel, make_room: makeRoom, deals_in_parcel: deals, amount_in_parcel: amount } = await module();
  makeRoom(bytes.length);
  new Uint8Array(memory.buffer, parcel(), bytes.length).set(bytes);
  return { rows: deals(), sum: amount() };
}
