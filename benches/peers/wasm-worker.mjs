// A worker that holds one instance of the engine's module, as the page's pool does.
import { load } from '../wasm/load.mjs';

let engine;

const does = {
  async prepare({ url }) {
    engine = await load(await (await fetch(url)).arrayBuffer());
    engine.prepare_standard();
  },
  /// Runs a range; hands its tally over if another worker is to merge it.
  run({ seed, from, to, pack }) {
    engine.run_standard(seed, from, to);
    if (!pack) return {};
    const n = engine.pack();
    return { tally: new Uint8Array(engine.memory.buffer, engine.parcel(), n).slice().buffer };
  },
  merge({ tally }) {
    engine.make_room(tally.byteLength);
    new Uint8Array(engine.memory.buffer, engine.parcel(), tally.byteLength).set(new Uint8Array(tally));
    return { n_runs: engine.merge() };
  },
  heads: () => ({ done: engine.prepare_capacity_case() }),
  years({ seed, from, to, pack }) {
    const n = engine.run_capacity_case(seed, from, to);
    return pack ? { tally: new Uint8Array(engine.memory.buffer, engine.parcel(), n).slice().buffer } : {};
  },
  joinYears({ tally }) {
    engine.make_room(tally.byteLength);
    new Uint8Array(engine.memory.buffer, engine.parcel(), tally.byteLength).set(new Uint8Array(tally));
    return { n_runs: engine.merge_capacity_case() };
  },
  deals: () => ({ done: engine.prepare_pipeline_case() }),
  futures({ seed, from, to }) {
    engine.run_pipeline_case(seed, from, to);
    return {};
  },
  meanOfFutures: () => ({ mean: engine.mean_of_pipeline_case() }),
  tree: () => ({ done: engine.prepare_quota_case() }),
  respread: ({ goal }) => ({ last: engine.spread_quota_case(goal) }),
  plans: () => ({ deals: engine.prepare_plans() }),
  frame: ({ value }) => ({ drawn: engine.frame(value) }),
  statements: ({ given }) => ({ paid: engine.year_of_statements(given) }),
  behaviour: ({ given }) => ({ cost: engine.fifty_types(given) }),
  check() {
    return { mean: engine.mean_of_standard(), bits: BigInt.asUintN(64, engine.bits_of_standard()).toString() };
  },
};

onmessage = async ({ data }) => {
  const answer = (await does[data.do](data)) ?? {};
  postMessage(answer, answer.tally ? [answer.tally] : []);
};
