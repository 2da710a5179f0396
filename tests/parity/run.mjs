// Prints the bits of every case that the wasm module holds, a line each.
// usage: node tests/parity/run.mjs module.wasm
import { readFileSync } from 'node:fs';
import { load } from '../../benches/wasm/load.mjs';

const { n_cases, bits_of_case } = await load(readFileSync(process.argv[2]));
for (let place = 0; place < n_cases(); place += 1) console.log(BigInt.asUintN(64, bits_of_case(place)).toString());
