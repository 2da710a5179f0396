// Statements as a workbook: made in a worker, with formulas and their results, the same as the command line makes.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inflateRawSync } from 'node:zlib';
import { cents, downloaded, expect, fact, go, open, saved, takeSample, test } from './page.mjs';

/** The command line; the build of the tests leaves it there. */
const ATTAIN = fileURLToPath(new URL('../../target/debug/attain', import.meta.url));

/** The files of a zip archive by name, read by its directory. */
function unzip(bytes) {
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const files = new Map();
  let at = bytes.readUInt32LE(end + 16);
  for (let n = bytes.readUInt16LE(end + 10); n > 0; n -= 1) {
    const [method, packed, start] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 42)];
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const from = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
    const body = bytes.subarray(from, from + packed);
    files.set(bytes.toString('utf8', at + 46, at + 46 + name), method === 0 ? body : inflateRawSync(body));
    at += 46 + name + extra + comment;
  }
  return files;
}

/** Cells of a sheet by address: formula, if there is one, and value. */
function cells(xml) {
  const found = new Map();
  for (const [, address, inner] of xml.matchAll(/<c r="([A-Z]+\d+)"[^>]*>(.*?)<\/c>/gs)) {
    found.set(address, { formula: /<f>(.*?)<\/f>/s.exec(inner)?.[1], value: /<v>(.*?)<\/v>/s.exec(inner)?.[1] });
  }
  return found;
}

test('statements are downloaded as a workbook whose numbers are formulas', async ({ page, address }, info) => {
  test.setTimeout(180_000);
  await open(page, address);
  await takeSample(page);
  await saved(page);
  await go(page, '/compensation/statements');
  const paid = cents(await fact(page, 'Paid').innerText());
  const button = (name) => page.getByRole('button', { name, exact: true });
  const csv = await downloaded(page, () => button('Download all lines').click());
  const book = await downloaded(page, () => button('Download as a workbook').click());
  expect(book.name).toMatch(/\.xlsx$/);
  expect(book.bytes.subarray(0, 2).toString()).toBe('PK');

  const files = unzip(book.bytes);
  const xml = (name) => files.get(name).toString('utf8');
  expect([...xml('xl/workbook.xml').matchAll(/<sheet name="([^"]+)"/g)].map(([, name]) => name)).toEqual(['Payouts', 'Lines', 'Plans']);
  expect(xml('docProps/core.xml')).toContain('2000-01-01T00:00:00Z');
  const lines = cells(xml('xl/worksheets/sheet2.xml'));
  const rows = csv.bytes.toString().trim().split(/\r?\n/).slice(1);
  expect(rows.length).toBeGreaterThan(10);
  const pay = rows.map((_, at) => lines.get(`M${at + 2}`));
  expect(pay.every(({ value }) => value !== undefined)).toBe(true);
  // Of the template's lines only those without a quota, which pay nothing, are no formulas.
  const hasQuota = rows.map((row) => row.split(',')[8] !== '');
  expect(hasQuota).toContain(true);
  expect(pay.map(({ formula }) => formula !== undefined)).toEqual(hasQuota);
  const sum = pay.reduce((sum, { value }) => sum + Math.round(Number(value) * 100), 0);
  const of = (row) => Math.round(Number(row.split(',').at(-2)) * 100);
  expect(sum).toBe(rows.reduce((sum, row) => sum + of(row), 0));
  const payouts = [...cells(xml('xl/worksheets/sheet1.xml'))].filter(([address]) => /^Q\d+$/.test(address));
  const [, total] = payouts.at(-1);
  expect(total.formula).toMatch(/^SUM\(Q2:Q\d+\)$/);
  expect(Math.round(Number(total.value) * 100)).toBe(paid);

  await go(page, '/scenarios');
  const file = await downloaded(page, () => page.getByRole('button', { name: 'With the data' }).click());
  expect(existsSync(ATTAIN), 'build the command line first: cargo build --features cli --bin attain').toBe(true);
  const [scenario, theirs] = ['sample.attain.json', 'theirs.xlsx'].map((name) => info.outputPath(name));
  writeFileSync(scenario, file.bytes);
  execFileSync(ATTAIN, ['pay', '--plan', scenario, '--xlsx', theirs]);
  for (const [name, bytes] of unzip(readFileSync(theirs))) {
    expect(files.get(name)?.toString('utf8'), name).toBe(bytes.toString('utf8'));
  }
  expect(page.faults).toEqual([]);
});
