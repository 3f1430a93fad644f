// Finds elements as a person would. Runs inside the page, before every question that the tests ask it.
const squeeze = (text) => (text ?? "").replace(/\s+/g, " ").trim();
const visible = (element) =>
  element.checkVisibility({ visibilityProperty: true }) && !element.closest('[aria-hidden="true"]');
const INPUTS = { button: "button", submit: "button", reset: "button", image: "button", checkbox: "checkbox",
  radio: "radio", range: "slider", number: "spinbutton", search: "searchbox", file: "file" };
const TAGS = { BUTTON: "button", TEXTAREA: "textbox", SUMMARY: "button", NAV: "navigation", MAIN: "main",
  HEADER: "banner", FOOTER: "contentinfo", TABLE: "table", TR: "row", TH: "columnheader", TD: "cell", UL: "list",
  OL: "list", LI: "listitem", DIALOG: "dialog", FIELDSET: "group", PROGRESS: "progressbar", METER: "meter", IMG: "img",
  OPTION: "option", OUTPUT: "status", SECTION: "region", FORM: "form", FIGURE: "figure", ARTICLE: "article" };
const roleOf = (element) => {
  const own = element.getAttribute("role");
  if (own) return own.split(" ")[0];
  const tag = element.tagName.toUpperCase();
  if (tag === "A" || tag === "AREA") return element.hasAttribute("href") ? "link" : "generic";
  if (tag === "INPUT") return INPUTS[element.type] ?? (element.list ? "combobox" : "textbox");
  if (tag === "SELECT") return element.multiple || element.size > 1 ? "listbox" : "combobox";
  if (/^H[1-6]$/.test(tag)) return "heading";
  return TAGS[tag] ?? "generic";
};
const byIds = (ids) => ids.split(/\s+/).map((id) => squeeze(document.getElementById(id)?.textContent)).join(" ");
const nameOf = (element) => {
  const labelledBy = element.getAttribute("aria-labelledby");
  if (labelledBy) return squeeze(byIds(labelledBy));
  const label = element.getAttribute("aria-label");
  if (label) return squeeze(label);
  if (element.labels?.length) return squeeze([...element.labels].map((each) => each.textContent).join(" "));
  if (element.tagName === "IMG") return squeeze(element.alt);
  if (element.tagName === "INPUT" && ["button", "submit", "reset"].includes(element.type)) return squeeze(element.value);
  const inner = { FIELDSET: "legend", TABLE: "caption", FIGURE: "figcaption" }[element.tagName];
  if (inner) return squeeze(element.querySelector(inner)?.textContent);
  return squeeze(element.textContent) || squeeze(element.title) || squeeze(element.placeholder);
};
const matches = (actual, wanted) =>
  wanted.endsWith("...") ? actual.startsWith(wanted.slice(0, -3)) : actual === wanted;
const CONTROLS = "input, select, textarea, [contenteditable], [role=textbox], [role=combobox], [role=switch]";
const all = (selector) => [...document.querySelectorAll(selector)].filter(visible);
const findAll = (by) => {
  if (by.css !== undefined) return all(by.css);
  if (by.role !== undefined) {
    const [role, name] = by.role;
    return all("*").filter((element) => roleOf(element) === role && matches(nameOf(element), name));
  }
  if (by.label !== undefined) return all(CONTROLS).filter((element) => matches(nameOf(element), by.label));
  const holders = all("body *").filter((element) => matches(squeeze(element.textContent), by.text));
  return holders.filter((element) => !holders.some((other) => other !== element && element.contains(other)));
};
// What a finger would hit: the label of a choice whose own box is drawn by the style sheet.
const target = (element) =>
  ["radio", "checkbox"].includes(element.type) && element.labels?.length ? element.labels[0] : element;
// An element that a bar covers or a frame cuts off is scrolled to the middle, as a person would.
const inSight = (element) => {
  const box = element.getBoundingClientRect();
  const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  if (!element.contains(hit)) element.scrollIntoView({ block: "center", inline: "nearest" });
  return element;
};
// Where the element is, once it has kept its place for a few frames: a press and its release must meet the same spot.
const settled = (element) => {
  const { left, top, width, height } = element.getBoundingClientRect();
  const place = [left, top, width, height].join();
  if (element.__place !== place) [element.__place, element.__since] = [place, performance.now()];
  return performance.now() - element.__since >= 50 ? element : null;
};
