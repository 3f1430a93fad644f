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
  // Only the folder's own page leads elsewhere: whoever opened a language's page wanted that one.
  const asked = /[?&]locale=([a-z]+)/i.exec(location.hash)?.[1] ?? kept("language") ?? meta("language");
  const wanted = (asked ? [asked] : navigator.languages).map((name) => name.slice(0, 2).toLowerCase()).find((name) => meta(`page-${name}`));
  const page = meta("default") && wanted && !root.lang.startsWith(wanted) ? meta(`page-${wanted}`) : null;
  const here = !page && /^(#\/?)?$/.test(location.hash) && !kept("last") && !kept("quick");
  root.dataset.start = here ? "here" : "elsewhere";
  if (page) location.replace(page + location.hash);
}
