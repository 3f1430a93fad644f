// Keeps what a page writes to its console, in browsers whose driver keeps no log. Runs before the page's own scripts.
{
  const seen = (window.__console = []);
  for (const level of ["error", "warn", "info", "log", "debug"]) {
    const real = console[level];
    console[level] = (...words) => {
      seen.push(`${level}: ${words.map(String).join(" ")}`);
      real.apply(console, words);
    };
  }
  const failed = (event) => event.message ?? `cannot load ${event.target?.src ?? event.target?.href ?? "something"}`;
  addEventListener("error", (event) => seen.push(`error: ${failed(event)}`), true);
  addEventListener("unhandledrejection", (event) => seen.push(`unhandled: ${event.reason}`));
  addEventListener("securitypolicyviolation", (event) =>
    seen.push(`policy: ${event.violatedDirective} forbids ${event.blockedURI}`));
}
