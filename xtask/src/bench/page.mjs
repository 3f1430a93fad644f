// Opens the downtime screen in Chromium and changes inputs: `node --experimental-websocket page.mjs CHROMIUM FOLDER ADDRESS`. Prints
// how long the first picture took after each change, and the longest task of the page's main thread meanwhile; 0 where none took 50 ms.
import { spawn } from "node:child_process";
import { once } from "node:events";
const [chromium, folder, address] = process.argv.slice(2);
const browser = spawn(chromium, ["--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=0", `--user-data-dir=${folder}`, "about:blank"], { stdio: ["ignore", "ignore", "pipe"] });
let said = "";
const endpoint = await new Promise((resolve, reject) => {
  browser.stderr.on("data", (data) => { said += data; const at = said.match(/ws:\/\/\S+/); if (at) resolve(at[0]); });
  browser.on("exit", () => reject(new Error(said)));
});
const { host } = new URL(endpoint);
const targets = await (await fetch(`http://${host}/json/list`)).json();
const socket = new WebSocket(targets.find((target) => target.type === "page").webSocketDebuggerUrl);
await once(socket, "open");
let number = 0;
const waiting = new Map();
socket.onmessage = ({ data }) => { const answer = JSON.parse(data); waiting.get(answer.id)?.(answer); };
const ask = (method, params = {}) => new Promise((resolve) => {
  number += 1;
  waiting.set(number, ({ result }) => resolve(result));
  socket.send(JSON.stringify({ id: number, method, params }));
});
// What runs in the page: types a value, waits for the picture of another question and then for all its years.
const measure = async (values) => {
  const until = (holds) => new Promise((resolve, reject) => {
    const give = setTimeout(() => reject(new Error("no picture")), 60_000);
    const look = () => { const found = holds(); if (found) { clearTimeout(give); resolve(found); } else setTimeout(look, 2); };
    look();
  });
  const status = () => document.getElementById("years-status")?.textContent ?? "";
  const done = () => /^[\d,]+ years/.test(status());
  // While the new years are on their way the old ones are shown, all of them: a picture is new when it has fewer years, or other outages.
  const outages = () => status().match(/([\d,]+) outages/)?.[1];
  const fresh = (old) => {
    const [, drawn, wanted] = status().match(/([\d,]+) of ([\d,]+) years/) ?? [];
    return drawn ? drawn !== wanted && drawn !== old.years : outages() && outages() !== old.outages;
  };
  await until(done);
  // The page has arrived: what comes now is the person's.
  const tasks = [];
  new PerformanceObserver((list) => tasks.push(...list.getEntries().map((task) => task.duration))).observe({ entryTypes: ["longtask"] });
  // An observer that sees nothing would please everybody: it has to see this one first.
  setTimeout(() => { const end = performance.now() + 80; while (performance.now() < end); });
  await until(() => tasks.length > 0);
  tasks.length = 0;
  const pictures = [];
  const field = [...document.querySelectorAll("label")].find((label) => label.textContent.startsWith("Locations")).control;
  for (const value of values) {
    const old = { outages: outages(), years: status().match(/^[\d,]+/)?.[0] };
    const begun = performance.now();
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(field, value);
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    await until(() => fresh(old));
    pictures.push(performance.now() - begun);
    await until(done);
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  return { pictures, tasks };
};
try {
  await ask("Page.enable");
  await ask("Page.navigate", { url: address });
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  const values = ["12", "20", "30", "40", "50", "10", "25", "35", "45", "150"];
  const { result, exceptionDetails } = await ask("Runtime.evaluate", { expression: `(${measure})(${JSON.stringify(values)})`, awaitPromise: true, returnByValue: true });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description);
  const { pictures, tasks } = result.value;
  pictures.sort((one, two) => one - two);
  console.log([pictures[pictures.length >> 1], pictures.at(-1), Math.max(0, ...tasks), tasks.length].join(" "));
} finally {
  browser.kill();
}
process.exit(0);
