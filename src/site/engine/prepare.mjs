// node prepare.mjs WASM OUT: calls the module's `prepare` and writes what its memory holds then.
import { readFileSync, writeFileSync } from 'node:fs';

const [, , wasm, out] = process.argv;
const module = new WebAssembly.Module(readFileSync(wasm));
const imports = {};
for (const { module: from, name } of WebAssembly.Module.imports(module)) {
  imports[from] ??= {};
  // What came from outside would not be there in another instance.
  imports[from][name] = () => {
    throw new Error(`preparing calls ${name}`);
  };
}
const { exports } = new WebAssembly.Instance(module, imports);
exports.prepare();
writeFileSync(out, new Uint8Array(exports.memory.buffer));
