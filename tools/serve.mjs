// A static file server for the built page: right types, no caching surprises, 404 for what is missing.
// usage: node tools/serve.mjs [folder] [port] [prefix]
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8', '.wasm': 'application/wasm', '.json': 'application/json', '.svg': 'image/svg+xml',
  '.lzma': 'application/octet-stream', '.ftl': 'text/plain; charset=utf-8', '.webmanifest': 'application/manifest+json', '.png': 'image/png', '.txt': 'text/plain; charset=utf-8',
};

export function serve(folder, port = 0, prefix = '/') {
  const root = resolve(folder);
  const server = createServer((request, response) => {
    try {
      const { pathname, search } = new URL(request.url, 'http://localhost');
      const path = decodeURIComponent(pathname); // fails for what is no address, which is then not found
      const inside = path.startsWith(prefix) ? path.slice(prefix.length) : null;
      let file = inside === null ? null : join(root, normalize('/' + inside));
      const isFolder = file ? statSync(file).isDirectory() : `${path}/` === prefix;
      if (isFolder && !path.endsWith('/')) {
        // Relative addresses in a page stand on the folder it is in. Not `//…`, which would name another host.
        response.writeHead(308, { location: pathname.replace(/^\/+/, '/') + '/' + search });
        response.end();
        return;
      }
      if (isFolder) file = join(file, 'index.html');
      const size = statSync(file).size;
      response.writeHead(200, {
        'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
        'content-length': size,
        'cache-control': 'no-cache',
        'x-content-type-options': 'nosniff',
      });
      if (request.method === 'HEAD') response.end();
      else createReadStream(file).pipe(response);
    } catch {
      response.writeHead(404, { 'content-type': 'text/plain' });
      response.end('not found\n');
    }
  });
  return new Promise((done) => server.listen(port, '127.0.0.1', () => done(server)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder = 'dist', port = '8080', prefix = '/'] = process.argv.slice(2);
  const server = await serve(folder, Number(port), prefix);
  console.log(`Attain is on http://localhost:${server.address().port}${prefix}  (Ctrl+C ends it)`);
}
