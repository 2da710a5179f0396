// Finishes a build: splits the page's wasm into what the first view needs and the rest, packs the first with short names for
// what it imports, moves Trunk's inline start scripts into
// files of their own, so that the content security policy can forbid inline scripts, joins the texts of the other language
// into one file, and writes the list of files that the service worker keeps for offline use.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { buildSync, transformSync } from 'esbuild';
import { compress } from 'lzma1';
import { Encoder } from '../node_modules/lzma1/lib/encoder.js';
import { MADE, shortened } from './imports.mjs';
import { FETCH, split } from './split.mjs';

// Wasm is not aligned: the packer should look at the bytes before, not at the place.
const { configure } = Encoder.prototype;
Encoder.prototype.configure = function (mode) {
  configure.call(this, mode);
  Object.assign(this, { _numLiteralContextBits: 4, _posStateBits: 0, _posStateMask: 0 });
};

const dist = process.argv[2] ?? 'dist';
const page = join(dist, 'index.html');
let html = readFileSync(page, 'utf8');

const wasm = readdirSync(dist).find((name) => /^app-\w+_bg\.wasm$/.test(name));
const parts = split(readFileSync(join(dist, wasm)));
const print = createHash('sha256').update(parts.first).update(parts.rest).digest('hex').slice(0, 16);
const [packed, rest] = [`app-${print}_bg.wasm.lzma`, `app-${print}_rest.wasm`];
console.log(`page: ${parts.first.length} bytes, and ${parts.rest.length} that are fetched later (${parts.moved} functions)`);
writeFileSync(join(dist, rest), parts.rest);
const short = shortened(parts.first);
writeFileSync(join(dist, packed), compress(short.module, 9));
rmSync(join(dist, wasm));
buildSync({ entryPoints: ['tools/unpack.js'], bundle: true, minify: true, format: 'esm', outfile: join(dist, 'unpack.js'), logLevel: 'warning' });
html = html.replace(new RegExp(`<link rel="preload" href="\\./${wasm}"[^>]*>`), `<link rel="preload" href="./${packed}" as="fetch" crossorigin="anonymous">`);
const glue = wasm.replace('_bg.wasm', '.js');
const called = readFileSync(join(dist, glue), 'utf8').replace(MADE, (name) => short.names.get(name) ?? name);
const imports = 'const import0 = {';
if (called.split(imports).length !== 2) throw new Error(`${glue}: imports are written in another way`);
const joined = `import { join } from './unpack.js';\n${called.replace(imports, `${imports}\n${FETCH}: () => join(wasm),`)}`;
writeFileSync(join(dist, glue), joined);
// What the first view loads is minified, and its checksum written anew where the page names one.
for (const name of readdirSync(dist).filter((name) => name === glue || name === 'boot.js' || name.endsWith('.css'))) {
  const loader = name.endsWith('.css') ? 'css' : 'js';
  const code = readFileSync(join(dist, name), 'utf8');
  const small = transformSync(code, { minify: true, loader, ...(name === glue && { format: 'esm' }) }).code;
  writeFileSync(join(dist, name), small);
  const sum = `sha384-${createHash('sha384').update(small).digest('base64')}`;
  html = html.replace(new RegExp(`(href="\\./${name}"[^>]*integrity=")[^"]*`), `$1${sum}`);
}
const start = (code) => code.includes(wasm)
  ? `import { complete, prepare, unpack } from './unpack.js';\nconst ready = prepare('./${rest}');\nconst packed = await unpack('./${packed}');\nawait ready;\n${
    code.replace(`module_or_path: './${wasm}'`, 'module_or_path: packed')}\ncomplete(wasm);\n`
  : code;

let number = 0;
html = html.replace(/<script(?<attributes>[^>]*)>(?<code>[\s\S]*?)<\/script>/g, (whole, attributes, code) => {
  if (code.trim() === '' || /\bsrc=/.test(attributes)) return whole;
  code = start(code);
  const hash = createHash('sha256').update(code).digest('hex').slice(0, 12);
  const name = `start-${++number}-${hash}.js`;
  writeFileSync(join(dist, name), code);
  return `<script${attributes.replace(/\snonce="[^"]*"/, '')} src="./${name}"></script>`;
});
writeFileSync(page, html);

// The page holds what its first view says in English: it fetches a language as one file.
mkdirSync(join(dist, 'locales'), { recursive: true });
for (const language of ['en', 'pl']) {
  const texts = `static/locales/${language}`;
  const all = readdirSync(texts).sort().map((name) => readFileSync(join(texts, name), 'utf8'));
  writeFileSync(join(dist, `locales/${language}.ftl`), all.join('\n'));
}

const files = [];
const walk = (folder) => {
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) walk(path);
    else files.push(relative(dist, path).replaceAll('\\', '/'));
  }
};
walk(dist);
const kept = files.filter((name) => name !== 'sw.js' && name !== '_headers' && !name.startsWith('schema/'));
const digest = createHash('sha256');
for (const name of kept) digest.update(name).update(readFileSync(join(dist, name)));
const build = digest.digest('hex').slice(0, 16);
const worker = join(dist, 'sw.js');
writeFileSync(
  worker,
  readFileSync(worker, 'utf8')
    .replace("'__BUILD__'", JSON.stringify(build))
    .replace('/* __FILES__ */', kept.map((name) => JSON.stringify(`./${name}`)).join(',\n  ')),
);
console.log(`build ${build}: ${kept.length} files`);
