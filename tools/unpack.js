// Unpacks the program. Static hosts mostly send wasm as it is, so it travels packed by LZMA: a third of its size on any
// host. Only the decoder of the library goes along.
import { Decoder } from '../node_modules/lzma1/lib/decoder.js';
import { InputBuffer, OutputBuffer } from '../node_modules/lzma1/lib/streams.js';

/** The bytes of a packed file. */
export async function unpack(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const packed = new Uint8Array(await response.arrayBuffer());
  const bytes = new OutputBuffer(packed.length * 4);
  new Decoder().decompress(new InputBuffer(packed), bytes);
  return bytes.toArray();
}

const REST_MILLISECONDS = 300;

/** Whether this is a first visit at the first page: nothing is kept, neither work that the rest of the program would have to open nor the program itself. */
function isFirstView() {
  try {
    return !navigator.serviceWorker?.controller && /^(#\/?(data)?)?$/.test(location.hash) && localStorage.length === 0;
  } catch {
    return true; // storage is blocked
  }
}

// The rest of the program is fetched when the first view has been drawn; before it, where another page is opened or work is
// kept; or in one go, if something calls it sooner.
let place = null;
let coming = null;
let rest = null;

async function compiled() {
  try {
    return await WebAssembly.compileStreaming(fetch(place));
  } catch {
    const response = await fetch(place); // the host does not know the type
    if (!response.ok) throw new Error(`${place}: ${response.status}`);
    return WebAssembly.compile(await response.arrayBuffer());
  }
}

function compiledNow() {
  const request = new XMLHttpRequest();
  request.open('GET', place, false);
  request.overrideMimeType('text/plain; charset=x-user-defined'); // bytes as they are
  request.send();
  if (request.status !== 200) throw new Error(`${place}: ${request.status}`);
  return new WebAssembly.Module(Uint8Array.from(request.responseText, (letter) => letter.charCodeAt(0) & 255));
}

async function fetchRest() {
  coming ??= compiled().catch(() => { coming = null; return null; });
  rest = await coming;
}

/** Says where the rest is, and waits for it where the program's start has use for it. */
export async function prepare(address) {
  place = address;
  if (!isFirstView()) await fetchRest();
}

/** Puts the rest beside the first part, given by what that exports. */
export function join(program) {
  if (program.rest_is_there.value) return;
  rest ??= compiledNow();
  new WebAssembly.Instance(rest, { a: program });
  program.rest_is_there.value = 1;
}

/** Has the rest fetched once the first view has been drawn. */
export function complete(program) {
  setTimeout(async () => {
    await fetchRest();
    if (rest) join(program); // else it is fetched when it is called
  }, REST_MILLISECONDS);
}
