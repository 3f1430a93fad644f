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

addEventListener("sla-gap-go-on", startApp);
addEventListener("hashchange", startApp);
// Who installs the page wants it without a network too, and it is the app that sees to that.
addEventListener("appinstalled", startApp);
// The screen is there before its program: a button pressed meanwhile is not lost.
addEventListener("click", (event) => {
  if (event.target.closest("#app.first button")) startApp();
});
const { start: way } = document.documentElement.dataset;
if (way === "here") start(entrance.js, entrance.wasm).catch(failed);
// A page that is being left for another language's starts nothing.
else if (way !== "leaving") startApp();
