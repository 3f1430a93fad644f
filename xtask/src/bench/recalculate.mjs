// Works the downtime screen out in Node.js: `node recalculate.mjs MODULE PACK`. Prints locations, milliseconds, and the same by part.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
const [module, pack] = process.argv.slice(2);
globalThis.pack = readFileSync(pack, "utf8");
globalThis.now = () => performance.now();
globalThis.say = (locations, all, parts) => console.log([locations, all, ...parts].join(" "));
// Built for Node.js: it runs as it is loaded.
createRequire(import.meta.url)(module);
