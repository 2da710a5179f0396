// Reads a workbook and sums its amounts.
import { read } from 'xlsx';

addEventListener('message', async ({ data: file }) => {
  const book = read(await file.arrayBuffer(), { dense: true });
  const sheet = book.Sheets[book.SheetNames[0]];
  const cells = sheet['!data'] ?? sheet;
  let [rows, sum] = [0, 0];
  for (const row of cells.slice(1)) {
    rows += 1;
    sum += row[6].v;
  }
  postMessage({ rows, sum });
});
postMessage('ready');
