// Starts the lab's program in a worker of its own: the page says first where its two files are.
onmessage = async ({ data: [js, wasm] }) => {
  onmessage = null;
  try {
    const { default: init } = await import(js);
    await init({ module_or_path: wasm });
  } catch (error) {
    // A rejected promise would not reach the page; an error does.
    setTimeout(() => { throw error; });
  }
};
