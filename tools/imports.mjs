// Short names for what a wasm module imports and exports: wasm-bindgen's are long, and no two alike, so they do not pack.

/** A number of LEB128 at a place, and the place behind it. */
export function number(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value += (byte & 127) * 2 ** shift;
    if (byte < 128) return [value, at];
  }
}

function written(value) {
  const bytes = [];
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value % 128) | 128);
  return [...bytes, value];
}

/** Names that wasm-bindgen makes; the script knows them by these words alone. */
export const MADE = /\b(__wb|wasm_bindgen__)\w+/g;
const IMPORTS = 2;
const EXPORTS = 7;

/** The module with those names shortened, and the new names by the old. */
export function shortened(module) {
  const names = new Map();
  const short = (name) => {
    if (!name.match(MADE)) return name;
    if (!names.has(name)) names.set(name, `i${names.size.toString(36)}`);
    return names.get(name);
  };
  const parts = [module.subarray(0, 8)];
  for (let at = 8; at < module.length;) {
    const [size, start] = number(module, at + 1);
    const end = start + size;
    if (module[at] === IMPORTS || module[at] === EXPORTS) {
      const section = renamed(module, start, module[at] === IMPORTS, short);
      parts.push(Buffer.from([module[at], ...written(section.length), ...section]));
    } else {
      parts.push(module.subarray(at, end));
    }
    at = end;
  }
  return { module: Buffer.concat(parts), names };
}

/** The section of imports or exports that begins at a place. */
function renamed(module, start, isImports, short) {
  let [count, at] = number(module, start);
  const section = written(count);
  const text = () => {
    const [length, from] = number(module, at);
    at = from + length;
    return module.subarray(from, at);
  };
  const put = (bytes) => section.push(...written(bytes.length), ...bytes);
  for (; count > 0; count -= 1) {
    if (isImports) put(text()); // the module that it comes from
    const name = text().toString();
    put(Buffer.from(short(name)));
    const kind = at;
    if (isImports && module[at] !== 0) throw new Error(`${name} is imported and is no function`);
    [, at] = number(module, at + 1);
    section.push(...module.subarray(kind, at));
  }
  return section;
}
