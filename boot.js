// Starts the app. A file of its own, because the Content-Security-Policy allows no inline script.
const { js, wasm } = document.querySelector("script[data-wasm]").dataset;
// Asked for before the glue is here, so that both load side by side.
const program = fetch(wasm);
const { default: init } = await import(js);
await init({ module_or_path: program });
