// Keeps one whole release for use without a network. Written into every release with its own list of files.
const RELEASE = "{{release}}";
const FILES = {{files}};
// One origin may hold several copies of this page, each in a folder of its own.
const OURS = `sla-gap ${registration.scope} `;

const hash = async (bytes) =>
  [...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

// What a server says of a file on its way is not true of the file in the cache.
const ON_THE_WAY = ["content-encoding", "content-length", "vary"];

// A file under its listed hash, from an older release, from what the page has just loaded, or from the server; anything
// else is refused.
const fetched = async (name, wanted) => {
  const address = name === "index.html" ? "./" : name;
  for (const get of [() => caches.match(name), () => fetch(address), () => fetch(address, { cache: "reload" })]) {
    const answer = await get();
    if (!answer?.ok || answer.redirected) continue;
    const bytes = await answer.arrayBuffer();
    if ((await hash(bytes)) !== wanted) continue;
    const headers = new Headers(answer.headers);
    ON_THE_WAY.forEach((header) => headers.delete(header));
    return new Response(bytes, { headers });
  }
  throw new Error(`${name} did not come whole`);
};

// All or nothing: a release that came half, or for which there is no room, leaves the one before in force.
const fill = async () => {
  // Under its name there may be one that a tab still uses.
  const known = await caches.has(OURS + RELEASE);
  try {
    const cache = await caches.open(OURS + RELEASE);
    await Promise.all(Object.entries(FILES).map(async ([name, wanted]) => cache.put(name, await fetched(name, wanted))));
    // Without it the page has its own look: it holds nothing up.
    await cache.add(new Request("brand.json", { cache: "no-cache" })).catch(() => {});
  } catch (error) {
    if (!known) await caches.delete(OURS + RELEASE);
    throw error;
  }
};

// A brand's file is the firm's own and may be another tomorrow: the server's comes first, the last one serves without it.
const BRAND = /^(brand|brands\/[a-z0-9-]{1,40})\.json$/;
const brand = async (name, request) => {
  const cache = await caches.open(OURS + RELEASE);
  try {
    const answer = await fetch(request, { cache: "no-cache" });
    if (answer.ok && !answer.redirected) await cache.put(name, answer.clone()).catch(() => {});
    return answer;
  } catch {
    return (await cache.match(name)) ?? (await caches.match(name)) ?? Response.error();
  }
};

const pages = () => clients.matchAll({ type: "window", includeUncontrolled: true });

// From the first visit on the open pages are answered from here; each is told which release that is.
const takeOver = async () => {
  await clients.claim();
  for (const page of await pages()) page.postMessage(RELEASE);
};

// Older releases go once no page can still need them, and never one that is just coming.
const tidy = async () => {
  if ((await pages()).length > 1 || registration.waiting || registration.installing) return;
  for (const name of await caches.keys()) if (name.startsWith(OURS) && name !== OURS + RELEASE) await caches.delete(name);
};

// A page has started: it learns what is in force, and may be the one that makes older releases superfluous.
const greet = async (page, release) => {
  page.postMessage(RELEASE);
  if (release !== RELEASE) return;
  await tidy();
  // What was cleared meanwhile is fetched again; if it does not come, the page has its server.
  const kept = await (await caches.open(OURS + RELEASE)).keys();
  if (kept.filter(({ url }) => !BRAND.test(url.slice(registration.scope.length))).length < Object.keys(FILES).length) await fill().catch(() => {});
};

const answer = async (name, request) => {
  const here = await (await caches.open(OURS + RELEASE)).match(name);
  // A page of an older release asks for that release's files: their names hold their hashes.
  return here ?? (await caches.match(name)) ?? fetch(request);
};

addEventListener("install", (event) => event.waitUntil(fill()));
addEventListener("activate", (event) => event.waitUntil(takeOver()));
// From a page that wants this release now, or that says which one it is.
addEventListener("message", (event) => event.waitUntil(event.data === "use" ? skipWaiting() : greet(event.source, event.data)));
addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  const scope = new URL(registration.scope);
  if (request.method !== "GET" || url.origin !== scope.origin || !url.pathname.startsWith(scope.pathname)) return;
  const name = url.pathname.slice(scope.pathname.length) || "index.html";
  if (BRAND.test(name)) return event.respondWith(brand(name, request));
  // Never anything but a release's files.
  if (Object.hasOwn(FILES, name) || /-[0-9a-f]{8,}|\.[0-9a-f]{8}\./.test(name)) event.respondWith(answer(name, request));
});
