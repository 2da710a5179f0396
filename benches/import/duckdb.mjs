// duckdb-wasm: the file as a table of its own, kinds of columns found by its reader. Starting it is not timed.
import * as duckdb from '@duckdb/duckdb-wasm';

const FOLDER = `${location.origin}/benches/import/node_modules/@duckdb/duckdb-wasm/dist`;

export async function read(file, warm, rest) {
  const database = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), new Worker(`${FOLDER}/duckdb-browser-eh.worker.js`));
  await database.instantiate(`${FOLDER}/duckdb-eh.wasm`);
  const connection = await database.connect();
  await database.registerFileHandle('warm.csv', warm, duckdb.DuckDBDataProtocol.BROWSER_FILEREADER, true);
  await connection.query("create table warm as select * from read_csv_auto('warm.csv')");
  await connection.query('drop table warm');
  await rest();
  const start = performance.now();
  await database.registerFileHandle('deals.csv', file, duckdb.DuckDBDataProtocol.BROWSER_FILEREADER, true);
  await connection.query("create table deals as select * from read_csv_auto('deals.csv')");
  const milliseconds = performance.now() - start;
  const check = async () => {
    const [row] = (await connection.query('select count(*)::int as n, sum(amount)::double as total from deals')).toArray();
    return { rows: Number(row.n), sum: Number(row.total) };
  };
  return { milliseconds, check };
}
