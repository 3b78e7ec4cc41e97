// node rehearse.mjs WASM WORDS OUT ADDRESS COUNT: has the worker beside this file, with a module that notes its calls,
// answer the messages in WORDS, and writes COUNT notes from ADDRESS on.
import { readFileSync, writeFileSync } from 'node:fs';

const [, , wasm, words, out, address, count] = process.argv;
const [start, ...commands] = JSON.parse(readFileSync(words)).map((message) =>
  message.map((part) => new Uint8Array(Buffer.from(part, 'base64'))),
);

// What the worker knows of a browser.
globalThis.self = globalThis;
globalThis.location = { href: import.meta.url };
globalThis.postMessage = () => {};
globalThis.XMLHttpRequest = class {
  open(_, address) {
    this.address = new URL(address);
  }
  send() {
    try {
      this.response = new Uint8Array(readFileSync(this.address)).buffer;
      this.status = 200;
    } catch {
      this.status = 404;
    }
  }
};

const { initSync } = await import('./engine.mjs');
const { memory } = initSync({ module: readFileSync(wasm) });
const { port1, port2 } = new MessageChannel();
globalThis.onmessage({ data: start, ports: [port2] });
for (const message of commands) {
  await new Promise((answered) => {
    port1.onmessage = ({ data: [head] }) => {
      // Events, progress and output come before the reply.
      if (head[0] > 2) answered();
    };
    port1.postMessage(message);
  });
}
writeFileSync(out, new Uint8Array(memory.buffer, Number(address), Number(count)));
process.exit(0);
