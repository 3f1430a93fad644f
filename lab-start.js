// Starts the lab's program in a worker of its own: the page says first where its two files are, or, where the page is one
// file, hands over the program; the glue then stands before this script.
onmessage = async ({ data: [js, wasm] }) => {
  onmessage = null;
  try {
    const init = globalThis.slaGapGlue ?? (await import(js)).default;
    await init({ module_or_path: wasm });
  } catch (error) {
    // A rejected promise would not reach the page; an error does.
    setTimeout(() => { throw error; });
  }
};
