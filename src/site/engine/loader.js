// Starts the worker. Its functions lie in two files: the first one is enough for most programs; the rest comes when it
// is first called, or, unasked, a moment after the start.
import init from './engine.js';

const REST = new URL('engine_rest.wasm', import.meta.url);
// By then a first program has started, and has fetched what it imports.
const MOMENT_MILLIS = 4000;

let exports;
let linked = false;

// The rest writes its functions into the table that it shares with the first file.
function link(module) {
  if (linked) return;
  const table = new Proxy({}, { get: (_, place) => exports.functions.get(Number(place)) });
  new WebAssembly.Instance(module, { first: exports, table });
  linked = true;
}

// Called in the middle of a program, which cannot wait in another way.
self.bringRest = () => {
  if (linked) return;
  const request = new XMLHttpRequest();
  request.open('GET', REST, false);
  request.responseType = 'arraybuffer';
  request.send();
  if (request.status !== 200) throw new Error(`${REST.pathname}: status ${request.status}`);
  link(new WebAssembly.Module(request.response));
};

exports = await init();
setTimeout(async () => {
  try {
    if (!linked) link(await WebAssembly.compileStreaming(fetch(REST, { priority: 'low' })));
  } catch {
    // Whoever calls it tries again.
  }
}, MOMENT_MILLIS);
