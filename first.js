// Before anything is drawn: the person's colors, their language, and whether the first screen is what they came for.
{
  const root = document.documentElement;
  const meta = (name) => document.querySelector(`meta[name=sla-gap-${name}]`)?.content;
  const kept = (key) => {
    try {
      return localStorage.getItem(`${meta("brand") ?? "sla-gap"}.${key}`);
    } catch {
      return null;
    }
  };
  root.dataset.theme = kept("theme") ?? "device";
  // In the frame of another page the first address says what that page wishes (docs/embed.md). The frame's name keeps it for
  // when the frame is loaded anew.
  const framed = parent !== window && location.hash.match(/^#\/embed\??(.*)/s);
  if (framed) window.name = `sla-gap-embed ${framed[1]}`;
  if (parent !== window && window.name.startsWith("sla-gap-embed ")) root.dataset.embed = window.name.slice(14);
  const quick = framed && !/(^|&)start=(?!quick(&|$))/.test(framed[1]);
  // Only the folder's own page leads elsewhere: whoever opened a language's page wanted that one.
  const asked = /[?&]locale=([a-z]+)/i.exec(location.hash)?.[1] ?? kept("language") ?? meta("language");
  const wanted = (asked ? [asked] : navigator.languages).map((name) => name.slice(0, 2).toLowerCase()).find((name) => meta(`page-${name}`));
  const page = meta("default") && wanted && !root.lang.startsWith(wanted) ? meta(`page-${wanted}`) : null;
  const here = !page && (quick || /^(#\/?)?$/.test(location.hash)) && !kept("last") && !kept("quick");
  root.dataset.start = page ? "leaving" : here ? "here" : "elsewhere";
  if (page) location.replace(page + location.hash);
}
