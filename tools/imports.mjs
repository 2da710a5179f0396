// Short names for what a wasm module imports: wasm-bindgen's are long, and no two alike, so they do not pack.

/** A number of LEB128 at a place, and the place behind it. */
function number(bytes, at) {
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

/** The module with its imported functions renamed, and the new names by the old. */
export function shortened(module) {
  const names = new Map();
  const parts = [module.subarray(0, 8)];
  for (let at = 8; at < module.length;) {
    const [size, start] = number(module, at + 1);
    const end = start + size;
    if (module[at] === 2) {
      const section = renamed(module, start, names);
      parts.push(Buffer.from([2, ...written(section.length), ...section]));
    } else {
      parts.push(module.subarray(at, end));
    }
    at = end;
  }
  return { module: Buffer.concat(parts), names };
}

/** The section of imports that begins at a place. */
function renamed(module, start, names) {
  let [count, at] = number(module, start);
  const section = written(count);
  const text = () => {
    const [length, from] = number(module, at);
    at = from + length;
    return module.subarray(from, at);
  };
  for (; count > 0; count -= 1) {
    const from = text();
    const name = text().toString();
    const kind = at;
    if (module[at] !== 0) throw new Error(`${name} is imported and is no function`);
    [, at] = number(module, at + 1);
    if (!names.has(name)) names.set(name, `i${names.size.toString(36)}`);
    const short = Buffer.from(names.get(name));
    section.push(...written(from.length), ...from, ...written(short.length), ...short, ...module.subarray(kind, at));
  }
  return section;
}
