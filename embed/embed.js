// Puts the tool into a page, in a sandboxed frame right after this script. docs/embed.md tells what can be chosen.
(() => {
  const script = document.currentScript;
  const given = script.dataset;
  const { height = "auto" } = given;
  const wishes = new URLSearchParams({ ...given, height, host: location.origin });
  const page = new URL(`index.html#/embed?${wishes}`, script.src);
  const frame = document.createElement("iframe");
  frame.title = given.title ?? "SLA Gap";
  frame.sandbox = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals";
  // Where the browser has no such thing, it would say so on the console.
  frame.allow = `clipboard-write${navigator.share ? "; web-share" : ""}`;
  frame.style.cssText = `border:0;width:100%;height:${height === "auto" ? 800 : parseInt(height) || 800}px`;
  frame.src = page;
  script.after(frame);
  addEventListener("message", ({ data, origin, source }) => {
    if (source !== frame.contentWindow || origin !== page.origin || data?.source !== "sla-gap" || data.version !== 1) return;
    if (data.type === "height" && height === "auto") frame.style.height = `${Math.min(Math.max(data.height, 100), 1e5)}px`;
    // Only for somebody who is in the frame, and only if it is out of sight.
    const at = frame.getBoundingClientRect().top + data.top;
    if (data.type === "scroll" && document.activeElement === frame && (at < 0 || at > innerHeight - 100))
      scrollBy(0, at - (parseFloat(getComputedStyle(frame).scrollMarginTop) || 16));
    frame.dispatchEvent(new CustomEvent(`sla-gap:${data.type}`, { bubbles: true, detail: data }));
  });
})();
