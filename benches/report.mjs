// What a bench found: a table, ratios beside their aims, and whether everybody did the same work.

const AIMS = [
  { says: 'wasm / native', of: 'wasm', over: 'native', least: 1 / 1.3 },
  { says: 'wasm / JavaScript', of: 'wasm', over: 'JavaScript', least: 4 },
  { says: 'wasm / numpy', of: 'wasm', over: 'numpy', least: 1.4 },
  { says: 'two workers / one', of: 'two workers', over: 'wasm', least: 1.7 },
];
/** Largest difference of mean cost that chance explains: the standard error of a mean of 2,000 runs is about 0.1 %. */
const CHANCE = 0.006;

/** Prints the report; answers whether all aims are met and all means agree. */
export function report({ peers, results, runs, machine }) {
  const speed = new Map();
  const [{ mean: reference, bits }] = results.get('native');
  let sound = true;
  console.log(`\n${runs.toLocaleString('en')} runs of 1,000 reps and 12 months, 4 tiers with a cap, on ${machine}\n`);
  console.log(row('', 'runs/s', 'slowest', 'fastest', 'mean cost'));
  for (const { name, short } of peers) {
    const found = results.get(short);
    const perSecond = found.map(({ seconds }) => runs / seconds).sort((a, b) => a - b);
    speed.set(short, median(perSecond));
    const mean = found.reduce((sum, one) => sum + one.mean, 0) / found.length;
    const agrees = found.every((one) => Math.abs(one.mean / reference - 1) < CHANCE)
      && (!found[0].bits || found.every((one) => one.bits === bits));
    sound &&= agrees;
    const said = `${(mean / 1e6).toFixed(3)} M${found[0].bits ? ', same bits' : ''}${agrees ? '' : ': NOT THE SAME WORK'}`;
    console.log(row(name, ...[median(perSecond), perSecond[0], perSecond.at(-1)].map(whole), said));
  }
  console.log(`\n${row('', 'ratio', 'aim', '')}`);
  for (const { says, of, over, least } of AIMS.filter(({ over: short }) => speed.has(short))) {
    const ratio = speed.get(of) / speed.get(over);
    const met = least <= ratio;
    sound &&= met;
    console.log(row(says, ratio.toFixed(2), `≥ ${least.toFixed(2)}`, met ? 'met' : 'MISSED'));
  }
  return sound;
}

const median = (sorted) => (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
const whole = (number) => Math.round(number).toLocaleString('en');
const row = (name, ...cells) => name.padEnd(22) + cells.map((cell, place) => (place < 3 ? cell.padStart(9) : `  ${cell}`)).join('');
