// Before anything is seen: the person's colors and language. It also hides what only a preview without scripts should show.
{
  const root = document.documentElement;
  const kept = (key) => {
    try {
      return localStorage.getItem(`${document.querySelector("meta[name=sla-gap-brand]").content}.${key}`);
    } catch {
      // A browser that refuses storage keeps nothing of either.
      return null;
    }
  };
  root.dataset.theme = kept("theme") ?? "device";
  const asked = kept("language");
  const wanted = (asked ? [asked] : navigator.languages).map((name) => name.slice(0, 2)).find((name) => name === "en" || name === "es");
  if (wanted === "es") root.lang = "es-US";
}
