// Compiles and starts all parts of the wasm, the core first, on the engine that runs this, and checks that casts saturate there.
// Gates B02 and B03; the syntax is that of Node 8.
"use strict";
const version = `V8 ${process.versions.v8}`;
function fail(text) {
  console.error(text);
  process.exit(1);
}
function start(file, core) {
  const module = new WebAssembly.Module(require("fs").readFileSync(file));
  if (core) return new WebAssembly.Instance(module, { m: core });
  const imports = {};
  for (const wanted of WebAssembly.Module.imports(module)) {
    imports[wanted.module] = imports[wanted.module] || {};
    imports[wanted.module][wanted.name] = () => {};
  }
  return new WebAssembly.Instance(module, imports).exports;
}
let wasm;
try {
  wasm = start(process.argv[2]);
  process.argv.slice(3).forEach((file) => start(file, wasm));
} catch (error) {
  fail(`B02: ${version} refuses the wasm: ${error.message}`);
}
if (!wasm.cast_i32 || !wasm.cast_u8) fail("B03: the wasm does not export cast_i32 and cast_u8");
const cases = [
  ["cast_i32", NaN, 0],
  ["cast_i32", 1e20, 2147483647],
  ["cast_i32", -1e20, -2147483648],
  ["cast_u8", -1.5, 0],
  ["cast_u8", 1e9, 255],
];
for (const [name, input, expected] of cases) {
  const result = wasm[name](input);
  if (result !== expected) fail(`B03: ${name}(${input}) is ${result}, not ${expected}, on ${version}`);
}
console.log(`${version}: compiles, starts, casts saturate`);
