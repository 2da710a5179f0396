// The standard case of pipelines in plain JavaScript on typed arrays, as somebody would write it who knows the language: a
// worker that simulates what open deals bring by month, one run after the other, with its own random numbers.

const N_DEALS = 8_000, N_MONTHS = 12;
const SHOCK = { level: 0.05, month: 0.15, persistence: 0.3 };

/// The deals of `benches/inputs/pipeline.rs`: amounts, and hazards by month.
function deals() {
  const amount = new Float64Array(N_DEALS), hazard = new Float32Array(N_DEALS * N_MONTHS);
  for (let deal = 0; deal < N_DEALS; deal += 1) {
    const monthly = 0.02 + 0.08 * ((Math.imul(deal, 2_654_435_761) >>> 8) / (1 << 24));
    amount[deal] = 5_000 + (deal * 7_919) % 95_000;
    let open = 1, won = 0, before = 0;
    for (let month = 0; month < N_MONTHS; month += 1) {
      won += monthly * open;
      open *= 1 - 2.25 * monthly;
      const sum = -Math.log(1 - won);
      hazard[deal * N_MONTHS + month] = sum - before;
      before = sum;
    }
  }
  return { amount, hazard };
}

/// xoshiro128++, as the engine has it.
function random(seed) {
  let [a, b, c, d] = [seed ^ 0x9e3779b9, seed ^ 0x243f6a88, seed ^ 0xb7e15162, seed ^ 0x3c6ef372];
  const next = () => {
    const sum = (a + d) | 0;
    const word = (((sum << 7) | (sum >>> 25)) + a) | 0;
    const shifted = b << 9;
    c ^= a; d ^= b; b ^= c; a ^= d; c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return ((word >>> 8) + 0.5) / (1 << 24);
  };
  for (let skip = 0; skip < 20; skip += 1) next();
  return next;
}

const { amount, hazard } = deals();
let totals;

function run(seed, runs) {
  const uniform = random(seed), shock = new Float32Array(N_MONTHS), won = new Float64Array(N_MONTHS + 1);
  totals = new Float64Array(runs * N_MONTHS);
  const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  const correction = 0.5 * (SHOCK.level ** 2 + SHOCK.month ** 2), innovation = Math.sqrt(1 - SHOCK.persistence ** 2);
  for (let one = 0; one < runs; one += 1) {
    const level = normal();
    let state = normal();
    for (let month = 0; month < N_MONTHS; month += 1) {
      shock[month] = Math.exp(SHOCK.month * state + SHOCK.level * level - correction);
      state = SHOCK.persistence * state + innovation * normal();
    }
    won.fill(0);
    for (let deal = 0, place = 0; deal < N_DEALS; deal += 1, place += N_MONTHS) {
      let left = -Math.log(uniform()), month = 0;
      for (; month < N_MONTHS; month += 1) {
        left -= hazard[place + month] * shock[month];
        if (left < 0) break;
      }
      won[month] += amount[deal];
    }
    totals.set(won.subarray(0, N_MONTHS), one * N_MONTHS);
  }
}

onmessage = ({ data }) => {
  if (data.do === 'run') {
    run(data.seed, data.runs);
    postMessage({});
  } else {
    postMessage({ mean: totals.reduce((sum, one) => sum + one, 0) / (totals.length / N_MONTHS) });
  }
};
