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
