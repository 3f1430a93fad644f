// Runs the shipped worker program in Node.js: `node bench.mjs GLUE WASM REQUEST YEARS`. Prints outages a second.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
const [glue, wasm, request] = process.argv.slice(2);
globalThis.DedicatedWorkerGlobalScope = class { static [Symbol.hasInstance]() { return true; } };
let answered;
globalThis.postMessage = (text) => answered?.(JSON.parse(text));
const { initSync } = await import(pathToFileURL(glue));
initSync({ module: readFileSync(wasm) });
const once = () => new Promise((resolve, reject) => {
  const begun = performance.now();
  answered = (said) => {
    if (said.Failed) reject(new Error(said.Failed.trouble));
    if (said.Found?.done) resolve(said.Found.found.outages / (performance.now() - begun) * 1000);
  };
  globalThis.onmessage({ data: request });
});
let best = 0;
// The best of many, since others use the machine too.
for (let run = 0; run < 15; run += 1) best = Math.max(best, await once());
console.log(best);
process.exit(0);
