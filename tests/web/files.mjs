// Files for the browser tests: the public Maven CRM export where the corpus is at hand, else made-up files of its shape
// with the same counts and the same sum; and files with flaws, with marks, and with many rows.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const NAMES = ['sales_pipeline.csv', 'accounts.csv', 'products.csv', 'sales_teams.csv'];
const PRODUCTS = [['Anvil S', 550], ['Anvil M', 1096], ['Anvil L', 4821], ['Bolt S', 55], ['Bolt M', 3393], ['Bolt L', 5482], ['Crane', 26768]];
const COLUMNS = 'opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value';

/** What the page must say of the Maven files, or of the made-up ones. Worked out apart from Attain. */
export const MAVEN = {
  deals: 8800, won: 4238, lost: 2473, engaging: 1589, prospecting: 500, amount: 10_005_534, reps: 35, sellers: 30,
  accounts: 85, products: 7,
};

const csv = (name, lines) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(`${lines.join('\n')}\n`) });

/** Numbers from 0 to 1, the same each time. */
function numbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const day = (number) => new Date(Date.UTC(2017, 0, 1 + number)).toISOString().slice(0, 10);

function shuffle(list, next) {
  for (let at = list.length - 1; at > 0; at -= 1) {
    const other = Math.floor(next() * (at + 1));
    [list[at], list[other]] = [list[other], list[at]];
  }
  return list;
}

/** The four files of one company, as buffers: `{ name, mimeType, buffer }`. */
export function maven() {
  const folder = process.env.ATTAIN_CORPUS && join(process.env.ATTAIN_CORPUS, 'crm_01_maven_crm');
  if (folder && existsSync(folder)) {
    return NAMES.map((name) => ({ name, mimeType: 'text/csv', buffer: readFileSync(join(folder, name)) }));
  }
  const agents = Array.from({ length: MAVEN.reps }, (_, at) => `Agent ${String.fromCharCode(65 + (at % 26))}${at + 1}`);
  const accounts = Array.from({ length: MAVEN.accounts }, (_, at) => `Customer ${at + 1}`);
  return [
    deals('sales_pipeline.csv', MAVEN, agents.slice(0, MAVEN.sellers), accounts),
    csv('accounts.csv', ['account,sector,year_established,revenue,employees,office_location,subsidiary_of',
      ...accounts.map((name, at) => `${name},retail,${1980 + (at % 35)},${(at + 1) * 13}.5,${(at + 3) * 41},Kenya,`)]),
    csv('products.csv', ['product,series,sales_price', ...PRODUCTS.map(([name, price]) => `${name},${name.split(' ')[0]},${price}`)]),
    csv('sales_teams.csv', ['sales_agent,manager,regional_office',
      ...agents.map((name, at) => `${name},Manager ${1 + (at % 6)},${['Central', 'East', 'West'][at % 3]}`)]),
  ];
}

/** Deals of the Maven shape with exactly these counts and this sum. */
function deals(name, counts, agents, accounts) {
  const next = numbers(2017);
  const stages = shuffle(['Won', 'Lost', 'Engaging', 'Prospecting']
    .flatMap((stage) => Array.from({ length: counts[stage.toLowerCase()] }, () => stage)), next);
  const sold = stages.map(() => PRODUCTS[Math.floor(next() * PRODUCTS.length)]);
  const weight = (at) => sold[at][1] + (at % 97);
  const all = stages.reduce((sum, stage, at) => sum + (stage === 'Won' ? weight(at) : 0), 0);
  let left = counts.amount;
  const last = stages.lastIndexOf('Won');
  const lines = stages.map((stage, at) => {
    const isClosed = stage === 'Won' || stage === 'Lost';
    const closed = 59 + Math.floor(next() * 306); // March to December 2017
    const engaged = stage === 'Prospecting' ? '' : day(closed - 10 - Math.floor(next() * 110));
    let value = '';
    if (stage === 'Won') value = at === last ? left : Math.floor((weight(at) / all) * counts.amount);
    if (stage === 'Lost') value = 0;
    left -= stage === 'Won' ? value : 0;
    const account = next() < 0.16 ? '' : accounts[Math.floor(next() * accounts.length)];
    const agent = agents[at % agents.length];
    return `D${at + 1},${agent},${sold[at][0]},${account},${stage},${engaged},${isClosed ? day(closed) : ''},${value}`;
  });
  return csv(name, [COLUMNS, ...lines]);
}

/** A pipeline of `n` rows, half of them won for 1,000 each. */
export function manyDeals(n) {
  const line = (at) => `D${at},Agent ${at % 40},Bolt M,Customer ${at % 900},${at % 2 ? 'Lost' : 'Won'},`
    + `${day(at % 300)},${day(59 + (at % 306))},${at % 2 ? 0 : 1000}`;
  return csv('many_deals.csv', [COLUMNS, ...Array.from({ length: n }, (_, at) => line(at))]);
}

/** Deals whose rows are wrong in several ways: two dates, an amount and a stage cannot be read, a column too many. */
export function flawedDeals() {
  const good = Array.from({ length: 40 }, (_, at) => `F${at},Agent ${at % 4},Bolt M,Customer ${at},Won,${day(at)},${day(90 + at)},${1000 + at}`);
  return csv('flawed.csv', [COLUMNS, ...good,
    'F90,Agent 1,Bolt M,Customer 1,Won,2017-02-30,2017-04-31,700',
    'F91,Agent 1,Bolt M,Customer 1,Won,2017-02-01,2017-04-01,seven hundred',
    'F92,Agent 1,Bolt M,Customer 1,Won,2017-02-01,2017-04-01,700,one,too,many',
    'F0,Agent 2,Bolt M,Customer 2,Won,2017-02-01,2017-04-01,800']);
}

/** Words that no request may carry: names of people and companies, an amount, an id, a file's name. */
export const MARKS = { rep: 'Zaphodia Quxmark', account: 'Vogonetic Sekretz', amount: '8675309', id: 'MRK77XQ', file: 'geheimnis_quarx' };

/** Deals and reps with marks in them. */
export function markedFiles() {
  const line = (at) => `${MARKS.id}${at},${MARKS.rep} ${at % 5},Bolt M,${MARKS.account} ${at},Won,${day(at)},${day(59 + at)},${MARKS.amount}`;
  return [
    csv(`${MARKS.file}.csv`, [COLUMNS, ...Array.from({ length: 240 }, (_, at) => line(at))]),
    csv(`${MARKS.file}_teams.csv`, ['sales_agent,manager,regional_office',
      ...Array.from({ length: 5 }, (_, at) => `${MARKS.rep} ${at},Manager ${MARKS.rep},East`)]),
  ];
}

/** Drops files on the page, as from a folder of the desktop. */
export async function drop(page, files) {
  const plain = files.map(({ name, mimeType, buffer }) => ({ name, mimeType, text: buffer.toString('utf8') }));
  const dataTransfer = await page.evaluateHandle((plain) => {
    const transfer = new DataTransfer();
    for (const { name, mimeType, text } of plain) transfer.items.add(new File([text], name, { type: mimeType }));
    return transfer;
  }, plain);
  await page.dispatchEvent('main', 'drop', { dataTransfer });
}
