// The standard case in plain JavaScript on typed arrays, as somebody would write it who knows the language: one run after
// the other, terms of reps in columns, its own random numbers, no objects and no calls but Math's on the hot path.
// Costs by run and month alone: it is spared the counts by rep that the engine also keeps.

/// The input's reps as columns.
export function prepare(input) {
  const { reps, market_sigma, persistence, n_months } = input.model;
  const [component] = input.plans[0].components;
  const n = reps.length, nTiers = component.tiers.length;
  const scale = new Float64Array(n * n_months), sigma = new Float64Array(n), cap = new Float64Array(n);
  const from = new Float64Array(n * nTiers), constant = new Float64Array(n * nTiers), rate = new Float64Array(n * nTiers);
  reps.forEach((rep, r) => {
    const quota = rep.monthly_quota.reduce((sum, month) => sum + month, 0);
    const incentive = rep.target_incentive * Number(component.weight) * n_months / 12;
    const centre = Math.exp(-0.5 * (rep.volatility ** 2 + market_sigma ** 2));
    sigma[r] = rep.volatility;
    cap[r] = Number(component.caps[0].pay_multiple.times) * incentive;
    rep.monthly_quota.forEach((month, m) => { scale[r * n_months + m] = month * rep.mean_attainment * centre; });
    let paid = 0;
    component.tiers.forEach((tier, t) => {
      const place = r * nTiers + t;
      from[place] = Number(tier.from) * quota;
      if (t > 0) paid = constant[place - 1] + rate[place - 1] * from[place];
      rate[place] = Number(tier.value) * incentive / quota;
      constant[place] = paid - rate[place] * from[place];
    });
  });
  return { n, nMonths: n_months, nTiers, marketSigma: market_sigma, persistence, scale, sigma, cap, from, constant, rate };
}

/// Pay of each run and month.
export function run(prepared, seed, nRuns) {
  const { n, nMonths, nTiers, marketSigma, persistence, scale, sigma, cap, from, constant, rate } = prepared;
  const innovation = Math.sqrt(1 - persistence * persistence);
  const costs = new Float64Array(nRuns * nMonths), market = new Float64Array(nMonths);
  const normal = normals(seed);
  for (let run = 0; run < nRuns; run += 1) {
    let state = 0;
    for (let month = 0; month < nMonths; month += 1) {
      state = month === 0 ? normal() : persistence * state + innovation * normal();
      market[month] = marketSigma * state;
    }
    const row = run * nMonths;
    for (let r = 0; r < n; r += 1) {
      const own = sigma[r], most = cap[r], first = r * nTiers, months = r * nMonths;
      let credit = 0, before = 0, tier = first;
      for (let month = 0; month < nMonths; month += 1) {
        state = month === 0 ? normal() : persistence * state + innovation * normal();
        credit += scale[months + month] * Math.exp(own * state + market[month]);
        while (tier + 1 < first + nTiers && from[tier + 1] <= credit) tier += 1; // credit to date never falls
        const pay = constant[tier] + rate[tier] * credit;
        const earned = pay < most ? pay : most;
        costs[row + month] += earned - before;
        before = earned;
      }
    }
  }
  return costs;
}

/// Mean total of a run.
export const meanOf = (costs, nRuns) => costs.reduce((sum, cost) => sum + cost, 0) / nRuns;

/// Standard normal draws by the polar method (Marsaglia and Bray 1964) from xoshiro128++, two at a time.
function normals(seed) {
  let a = seed ^ 0x9e3779b9, b = 0x243f6a88, c = 0xb7e15162, d = 0xdeadbeef, spare = 0, hasSpare = false;
  const uniform = () => {
    const sum = (a + d) | 0;
    const word = ((((sum << 7) | (sum >>> 25)) + a) | 0) >>> 0;
    const shifted = b << 9;
    c ^= a; d ^= b; b ^= c; a ^= d; c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return word * (2 / 4294967296) - 1;
  };
  for (let skip = 0; skip < 20; skip += 1) uniform();
  return () => {
    if (hasSpare) { hasSpare = false; return spare; }
    let u, v, square;
    do { u = uniform(); v = uniform(); square = u * u + v * v; } while (square >= 1 || square === 0);
    const factor = Math.sqrt(-2 * Math.log(square) / square);
    spare = v * factor; hasSpare = true;
    return u * factor;
  };
}
