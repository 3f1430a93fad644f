// Starts the app. A file of its own, because the Content-Security-Policy allows no inline script.
const { js, wasm } = document.querySelector("script[data-wasm]").dataset;
const { default: init } = await import(js);
await init({ module_or_path: wasm });
