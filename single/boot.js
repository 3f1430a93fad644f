// Starts the app out of this one file. Nothing is fetched: the programs lie in the page, compressed, as text.
{
  const text = (id) => document.getElementById(id).textContent;
  const part = async (name) => {
    const bytes = Uint8Array.from(atob(text(`part-${name}`)), (character) => character.charCodeAt(0));
    const whole = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Uint8Array(await new Response(whole).arrayBuffer());
  };
  // What the app asks in place of its server.
  globalThis.slaGapFile = part;
  let script;
  globalThis.slaGapWorker = () => {
    script ??= URL.createObjectURL(new Blob([text("lab-script")], { type: "text/javascript" }));
    const worker = new Worker(script);
    part("lab").then((program) => worker.postMessage([null, program]), () => worker.postMessage([null, null]));
    return worker;
  };
  part("app")
    .then((program) => slaGapGlue({ module_or_path: program }))
    .catch(() => { document.getElementById("boot-failed").hidden = false; });
}
