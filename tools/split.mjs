// Splits the page's module in two: what the first view needs, and the rest, which comes when that view has been drawn.
// A function that went to the rest leaves a stub of its own name: it sees to the rest being there and goes on in it through
// a table. Both parts share memory, tables and globals.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import binaryen from 'binaryen';
import { number } from './imports.mjs';

/** What the first view has no use for, by the names of functions and of the types they are made for. */
const REST = new RegExp([
  'ui::pages::(compensation|forecast|quotas|scenarios)', 'ui::client::(pipeline|series_file)', 'ui::pages::data::(?!page|welcome|drop)', 'ui::parts::(chart|day|grid)', 'ui::actions::(compensation|records|tables)',
  'attain::engine::(comp|simulate|quota|forecast|pipeline)', 'attain::chart', 'attain::report', 'attain::scenario::(sample|diff|forecast)',
  'attain::present::(plan|lint|quota|forecast|series|pipeline|capacity|behaviour|ledger|trace|mechanics|payout|further|charts?|issue|field)',
  'job::(import_report|behaving|capacity|estimating|forecast_capacity|forecasting|series_file|pipeline|health|quotas|apart)', 'plotters', 'rust_decimal', 'miniz_oxide', 'base64',
].join('|'));
/** What writes a scenario, at every start: of any type that one holds. */
const STAYS = /^<serde_json::value::ser::/;
/** The crates' fingerprints in names: `attain[a30f50505fdac180]::…`. */
const FINGERPRINT = /\[[0-9a-f]{6,}\]/g;
/** What browsers of the last years know; index.html names the same. */
const { MutableGlobals, NontrappingFPToInt, SIMD128, BulkMemory, BulkMemoryOpt, SignExt, ReferenceTypes, Multivalue } = binaryen.Features;
const FEATURES = MutableGlobals | NontrappingFPToInt | SIMD128 | BulkMemory | BulkMemoryOpt | SignExt | ReferenceTypes | Multivalue;
/** Bytes from which on a function's name is its own. */
const SMALL = 300;
const CODE = 10;
const TABLE = 'rest';
const READY = 'rest_is_there';
/** The function that brings the rest, as the first part imports it. */
export const FETCH = 'fetch_rest';

/** The module's direct calls, as caller and callee. */
function calls(bytes) {
  const folder = mkdtempSync(join(tmpdir(), 'attain-split-'));
  try {
    const path = join(folder, 'whole.wasm');
    writeFileSync(path, bytes);
    const program = join(import.meta.dirname, '../node_modules/.bin/wasm-opt');
    const graph = execFileSync(program, ['--all-features', '--print-call-graph', path], { encoding: 'utf8', maxBuffer: 2 ** 30, stdio: ['ignore', 'pipe', 'ignore'] });
    return [...graph.matchAll(/^ {2}"(.*)" -> "(.*)"; \/\/ call$/gm)].map(([, caller, callee]) => [caller, callee]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const list = (count, one) => Array.from({ length: count }, (_, n) => one(n));
const functions = (module) => list(module.getNumFunctions(), (n) => binaryen.getFunctionInfo(module.getFunctionByIndex(n)));
const segments = (module) => list(module.getNumElementSegments(), (n) => binaryen.getElementSegmentInfo(module.getElementSegmentByIndex(n)));

/** The size of each function of a module's own, in order. */
function sizes(bytes) {
  const found = [];
  for (let at = 8; at < bytes.length;) {
    const [size, start] = number(bytes, at + 1);
    if (bytes[at] === CODE) {
      let [count, place] = number(bytes, start);
      for (; count > 0; count -= 1) {
        const [length, from] = number(bytes, place);
        found.push(length);
        place = from + length;
      }
    }
    at = start + size;
  }
  return found;
}

/**
 * The functions of the rest: those of its names, and those that only such call. Small ones that the first part calls, or
 * that are called through a table, stay: the linker makes one function of many that are alike, and the name of one may be any's.
 */
function chosen(module, bytes) {
  const own = functions(module).filter(({ module }) => !module).map(({ name }) => name);
  const size = new Map(sizes(bytes).map((size, n) => [own[n], size]));
  const exported = new Set(list(module.getNumExports(), (n) => binaryen.getExportInfo(module.getExportByIndex(n)).value));
  const tabled = new Set(segments(module).flatMap(({ data }) => data));
  const callers = new Map();
  for (const [caller, callee] of calls(bytes)) callers.set(callee, [...(callers.get(callee) ?? []), caller]);
  const is = (name) => name.replace(FINGERPRINT, '');
  const rest = new Set(own.filter((name) => REST.test(is(name)) && !STAYS.test(is(name)) && !exported.has(name)));
  const isCalledFirst = (name) => tabled.has(name) || callers.get(name)?.some((caller) => !rest.has(caller));
  const stays = (name) => rest.has(name) && size.get(name) < SMALL && isCalledFirst(name);
  for (let some = own.filter(stays); some.length > 0; some = own.filter(stays)) some.forEach((name) => rest.delete(name));
  const goes = (name) => !rest.has(name) && !exported.has(name) && callers.has(name) && !isCalledFirst(name);
  for (let some = own.filter(goes); some.length > 0; some = own.filter(goes)) some.forEach((name) => rest.add(name));
  return own.filter((name) => rest.has(name));
}

/** The module for the first view: stubs in place of the rest. */
function first(module, rest) {
  const info = new Map(functions(module).map((one) => [one.name, one]));
  module.addGlobal(READY, binaryen.i32, true, module.i32.const(0));
  module.addGlobalExport(READY, READY);
  module.addTable(TABLE, rest.length, rest.length);
  module.addTableExport(TABLE, TABLE);
  // It is imported from where wasm-bindgen's imports come from.
  const [{ module: from }] = [...info.values()].filter(({ module }) => module);
  module.addFunctionImport(FETCH, from, FETCH, binaryen.none, binaryen.none);
  const isAway = module.i32.eqz(module.global.get(READY, binaryen.i32));
  const fetch = module.if(isAway, module.call(FETCH, [], binaryen.none));
  module.addFunction(`${FETCH}_once`, binaryen.none, binaryen.none, [], fetch);
  for (const [slot, name] of rest.entries()) {
    const { params, results } = info.get(name);
    const given = binaryen.expandType(params).map((type, n) => module.local.get(n, type));
    module.removeFunction(name);
    const on = module.call_indirect(TABLE, module.i32.const(slot), given, params, results);
    module.addFunction(name, params, results, [], module.block(null, [module.call(`${FETCH}_once`, [], binaryen.none), on], results));
  }
}

/** The module of the rest: it imports all that is not its own, and says by which names. */
function second(module, rest) {
  const own = new Set(rest);
  list(module.getNumExports(), (n) => binaryen.getExportInfo(module.getExportByIndex(n)).name).forEach((name) => module.removeExport(name));
  segments(module).forEach(({ name }) => module.removeElementSegment(name));
  const memory = module.getMemoryInfo();
  module.setMemory(memory.initial, memory.max ?? 0xffffffff, null, []);
  module.addMemoryImport('0', 'a', 'memory');
  const names = new Map();
  const short = (name) => names.set(name, `r${names.size.toString(36)}`).get(name);
  for (const { name, params, results } of functions(module).filter(({ name }) => !own.has(name))) {
    module.removeFunction(name);
    module.addFunctionImport(name, 'a', short(name), params, results);
  }
  for (const { name, type, mutable } of list(module.getNumGlobals(), (n) => binaryen.getGlobalInfo(module.getGlobalByIndex(n)))) {
    module.removeGlobal(name);
    module.addGlobalImport(name, 'a', short(name), type, mutable);
  }
  for (const { name } of list(module.getNumTables(), (n) => binaryen.getTableInfo(module.getTableByIndex(n)))) {
    module.addTableImport(name, 'a', short(name));
  }
  module.addTable(TABLE, rest.length, rest.length);
  module.addTableImport(TABLE, 'a', TABLE);
  module.addActiveElementSegment(TABLE, TABLE, rest, module.i32.const(0));
  module.runPasses(['remove-unused-module-elements']);
  return names;
}

/** The two modules of one that has names, and how many functions are in the second. */
export function split(bytes) {
  const read = () => {
    const module = binaryen.readBinary(bytes);
    module.setFeatures(FEATURES);
    return module;
  };
  const [one, two] = [read(), read()];
  const rest = chosen(one, bytes);
  const names = second(two, rest);
  first(one, rest);
  const used = (kind) => new Set(kind.filter(({ module }) => module === 'a').map(({ name }) => name));
  for (const name of used(functions(two))) one.addFunctionExport(name, names.get(name));
  for (const name of used(list(two.getNumGlobals(), (n) => binaryen.getGlobalInfo(two.getGlobalByIndex(n))))) one.addGlobalExport(name, names.get(name));
  for (const name of used(list(two.getNumTables(), (n) => binaryen.getTableInfo(two.getTableByIndex(n))))) {
    if (name !== TABLE) one.addTableExport(name, names.get(name));
  }
  binaryen.setDebugInfo(false);
  for (const module of [one, two]) {
    module.runPasses(['strip-producers', 'strip-target-features']);
    if (!module.validate()) throw new Error('the parts of the page are no valid modules');
  }
  return { first: Buffer.from(one.emitBinary()), rest: Buffer.from(two.emitBinary()), moved: rest.length };
}
