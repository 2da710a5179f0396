// A worker that runs the standard case in plain JavaScript.
import { meanOf, prepare, run } from './plain.mjs';

let prepared, costs;

const does = {
  async prepare({ url }) { prepared = prepare(await (await fetch(url)).json()); },
  run({ seed, runs }) { costs = run(prepared, seed, runs); },
  check({ runs }) { return { mean: meanOf(costs, runs) }; },
};

onmessage = async ({ data }) => postMessage((await does[data.do](data)) ?? {});
