// The files that are read: made up, always the same.
import { createWriteStream, statSync } from 'node:fs';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { finished } from 'node:stream/promises';

const HEADER = ['opportunity_id', 'account', 'sales_agent', 'product', 'deal_stage', 'engage_date', 'amount', 'close_date', 'region', 'segment', 'lead_source', 'units'];
const STAGES = ['Won', 'Lost', 'Engaging', 'Prospecting', 'Won'];
const REGIONS = ['Central', 'East', 'West', 'North', 'South'];
const SEGMENTS = ['Enterprise', 'Mid-market', 'Small business'];
const SOURCES = ['Website', 'Referral', 'Outbound calls', 'Partner', 'Conference'];

/** Numbers from 0 to 1, the same in every run. */
function stream(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function* rows(n) {
  const random = stream(7);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const day = (from) => new Date(Date.UTC(2023, 0, 1 + from)).toISOString().slice(0, 10);
  for (let place = 0; place < n; place += 1) {
    const begin = Math.floor(random() * 1_200);
    const cents = Math.floor(random() * 9_000_000) + 10_000;
    yield [`OPP-${String(place).padStart(8, '0')}`, `Account ${Math.floor(random() * 20_000)} Ltd`,
      `Agent ${Math.floor(random() * 400)} of team ${Math.floor(random() * 20)}`, `Product line ${Math.floor(random() * 60)}`, pick(STAGES),
      day(begin), cents / 100, day(begin + Math.floor(random() * 180)), pick(REGIONS), pick(SEGMENTS), pick(SOURCES), 1 + Math.floor(random() * 40)];
  }
}

/** Deals: about 100 MB of them, or so many rows. */
export async function makeDeals(path, n = 800_000) {
  const file = createWriteStream(path);
  let [text, sum] = [`${HEADER.join(',')}\n`, 0];
  for (const row of rows(n)) {
    sum += row[6];
    text += `${row[0]},${row[1]},${row[2]},${row[3]},${row[4]},${row[5]},${row[6].toFixed(2)},${row.slice(7).join(',')}\n`;
    if (1 << 22 < text.length) {
      if (!file.write(text)) await once(file, 'drain');
      text = '';
    }
  }
  file.end(text);
  await finished(file);
  return { path, rows: n, sum, bytes: statSync(path).size };
}

/** A workbook of 50,000 × 12 cells, or so many rows. */
export async function makeWorkbook(path, n = 50_000) {
  const { utils, write } = createRequire(import.meta.url)('xlsx');
  const { writeFileSync } = await import('node:fs');
  const table = [...rows(n)];
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([HEADER, ...table]), 'Deals');
  writeFileSync(path, write(book, { type: 'buffer', bookType: 'xlsx', compression: true, bookSST: true }));
  return { path, rows: table.length, sum: table.reduce((sum, row) => sum + row[6], 0), bytes: statSync(path).size };
}
