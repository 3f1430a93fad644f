// Before anything is seen: the person's colors. It also hides what only a preview without scripts should show.
{
  let theme;
  try {
    theme = localStorage.getItem(`${document.querySelector("meta[name=sla-gap-brand]").content}.theme`);
  } catch {
    // A browser that refuses storage keeps no colors either.
  }
  document.documentElement.dataset.theme = theme ?? "device";
}
