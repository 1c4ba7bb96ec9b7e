const VERSION = "";
const KEPT = [];
// keten build schrijft hierboven.
// Pages come from the network. Only when that takes too long or fails, the device's own copy is shown, with its date.
const PATIENCE = { page: 3000, part: 1000 };
const SCOPE = new URL(registration.scope);
const OURS = `ketenhandboek:${SCOPE.pathname}:`;
const CACHE = OURS + VERSION;
const KEPT_ON = "x-bewaard-op";

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(VERSION ? takeOver() : leave()));
addEventListener("fetch", (event) => {
  if (VERSION && isOurs(event.request)) event.respondWith(answer(event));
});

const isOurs = ({ method, url, headers }) => method === "GET" && url.startsWith(SCOPE.href) && !headers.has("range");

const address = (url) => {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
};

async function install() {
  if (VERSION) {
    const wanted = KEPT.map((path) => new URL(path, SCOPE).href);
    await Promise.all(wanted.map(keep));
    await Promise.allSettled([...(await seenBefore())].filter((url) => !wanted.includes(url)).map(keep));
  }
  await skipWaiting();
}

// What earlier versions kept, and the pages that are open now.
async function seenBefore() {
  const open = await clients.matchAll({ type: "window", includeUncontrolled: true });
  const found = open.map(({ url }) => url).filter((url) => url.startsWith(SCOPE.href));
  for (const name of await ours()) {
    for (const { url } of await (await caches.open(name)).keys()) found.push(url);
  }
  return new Set(found.map(address));
}

const ours = async () => (await caches.keys()).filter((name) => name.startsWith(OURS));

async function takeOver() {
  for (const name of await ours()) if (name !== CACHE) await caches.delete(name);
  await clients.claim();
}

async function leave() {
  for (const name of await ours()) await caches.delete(name);
  await registration.unregister();
}

async function keep(url) {
  const response = await fetch(url, { cache: "no-cache" });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  await store(url, response);
}

async function store(url, response) {
  const headers = new Headers(response.headers);
  headers.delete("content-encoding");
  headers.set(KEPT_ON, new Date().toISOString());
  await (await caches.open(CACHE)).put(address(url), new Response(response.body, { headers }));
}

async function answer(event) {
  const { request } = event;
  const isPage = request.mode === "navigate";
  const fresh = fromNetwork(event);
  const kept = await (await caches.open(CACHE)).match(address(request.url), { ignoreVary: true });
  if (!kept) return isPage ? fresh.catch(nothingKept) : fresh;
  const patience = new Promise((done) => setTimeout(done, isPage ? PATIENCE.page : PATIENCE.part));
  const first = await Promise.race([fresh.catch(() => undefined), patience]);
  if (first && first.status < 500) return first;
  return isPage ? marked(kept) : kept;
}

async function fromNetwork(event) {
  const { request } = event;
  const isPage = request.mode === "navigate";
  // The browser's own cache does not say how old a page is.
  const response = await fetch(request, isPage ? { cache: "no-cache" } : {});
  if (response.ok && response.type === "basic") event.waitUntil(store(request.url, response.clone()));
  if (isPage) event.waitUntil(leaveWhenRemoved());
  return response;
}

// A site that no longer brings this worker must be rid of it.
async function leaveWhenRemoved() {
  const { status } = await fetch(location.href, { method: "HEAD", cache: "no-store" });
  if (status === 404 || status === 410) await leave();
}

async function marked(kept) {
  const page = await kept.text();
  const date = kept.headers.get(KEPT_ON);
  return new Response(page.replace("<html ", `<html data-kh-kept="${date}" `), { headers: kept.headers });
}

const nothingKept = () =>
  new Response(
    `<!doctype html>
<html lang="nl">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>Geen verbinding</title>
<h1>Deze pagina staat niet op dit apparaat</h1>
<p>U hebt nu geen verbinding. Probeer het straks opnieuw.</p>
<p><strong>Direct gevaar?</strong> <a href="tel:112">Bel 112</a></p>
<p>Advies of melden: Veilig Thuis <a href="tel:08002000">0800-2000</a> (gratis, dag en nacht)</p>
<p><a href="${SCOPE.pathname}">Ga naar de startpagina</a>. Die staat wel op dit apparaat.</p>
</html>`,
    { status: 503, headers: { "content-type": "text/html; charset=utf-8" } },
  );
