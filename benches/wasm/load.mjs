// Instantiates the engine's bare module. Libraries for the page bring imports along that nothing here calls.

export async function load(bytes) {
  const module = await WebAssembly.compile(bytes);
  const imports = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    (imports[from] ??= {})[name] = () => { throw new Error(`${from}.${name} was called`); };
  }
  return (await WebAssembly.instantiate(module, imports)).exports;
}
