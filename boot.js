// Starts the page. A first visitor gets the entrance: the quick check alone, small. Whoever comes back, follows a link
// to another screen or goes on from the quick check gets the whole app, which takes over what was answered.
const entrance = document.querySelector("script[data-wasm]").dataset;
const meta = (name) => document.querySelector(`meta[name=sla-gap-${name}]`)?.content;

const start = async (js, wasm) => {
  // Asked for before the glue is here, so that both load side by side.
  const program = fetch(wasm);
  const { default: init } = await import(js);
  await init({ module_or_path: program });
};

const failed = () => {
  document.getElementById("boot-failed").hidden = false;
};

let app;
const startApp = () => (app ??= start(meta("app-js"), meta("app-wasm")).catch(() => { app = undefined; failed(); }));

const kept = (key) => {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
};

// In the frame of another page the first address says what that page wishes (docs/embed.md). The frame's name keeps it for
// when the frame is loaded anew.
const root = document.documentElement;
const framed = parent !== window && location.hash.match(/^#\/embed\??(.*)/s);
if (framed) window.name = `sla-gap-embed ${framed[1]}`;
if (parent !== window && window.name.startsWith("sla-gap-embed ")) root.dataset.embed = window.name.slice(14);
const quick = framed && !/(^|&)start=(?!quick(&|$))/.test(framed[1]);

root.dataset.theme = kept("sla-gap.theme") ?? "device";
addEventListener("sla-gap-go-on", startApp);
addEventListener("hashchange", startApp);
// Who installs the page wants it without a network too, and it is the app that sees to that.
addEventListener("appinstalled", startApp);
const first = (quick || /^(#\/?)?$/.test(location.hash)) && !kept("sla-gap.last") && !kept("sla-gap.quick");
if (first) start(entrance.js, entrance.wasm).catch(failed);
else startApp();
