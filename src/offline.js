// Keeps the site in the browser, so that all of it works without a network after the first visit.
//
// Plain JavaScript, small and without a library: a browser starts it anew for almost every request, and
// must have an answer at once. A program in wasm would be compiled each time, to pass bytes on.
//
// What holds at any moment:
// - Each version of the site has a cache of its own. It is filled whole before the version counts
//   (`install`): a browser drops a version whose `install` fails, and goes on with the one it has.
// - The page comes from the cache of this version and no other. All that it starts or fetches has a name of
//   what it holds, and a file is the same under its name in every version; so versions never mix.
// - A newer version waits until the reader takes it, or until no page is open any more.
// - The cache of an older version stays while a page of it is open.
//
// `cargo xtask seal` writes the version in here, that of `files.json`. So this file is another one for each
// version, which is what makes a browser look at it again.

const VERSION = '@VERSION@';
const SITE = new URL('./', self.location).href;
const OURS = `jianyue ${SITE} `;
const CACHE = OURS + VERSION;
// Files that have the same name in every version: the library of a site, if it names one, and pictures.
const SAME_NAME = `jianyue-same-name ${SITE}`;

const LIST = 'files.json';
const PAGE = 'index.html';
// Notes of this file to itself, among the files of a version; no file has such a name.
const OLDER = 'offline/older';
const OPEN = 'offline/open';

const at = (path) => new URL(path, SITE).href;
// Pictures and manifests, which nothing asks for when they would be missed.
const is_small = ({ path, bytes }) => /\.(png|svg|webmanifest)$/.test(path) && bytes < 16384;
// An article's page may be called so, and is another one with each change of it.
const is_named_by_content = (path) => /-[0-9a-f]{12,16}(_bg)?\.(js|css|wasm|txt)$/.test(path);
// The same for a file in each of its versions.
const kind = (path) => (is_named_by_content(path) ? path.replace(/-[0-9a-f]{12,16}(?=[._])/, '') : path);
const json = (value) => new Response(JSON.stringify(value));
const read = async (response) => (response ? response.json() : undefined);

// A host may say that an answer depends on headers; here it does not.
const ANY = { ignoreVary: true };

async function fetched(path, options) {
  const response = await fetch(at(path), options);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response;
}

/* A version comes in. */

self.addEventListener('install', (event) => event.waitUntil(install()));

async function install() {
  const cache = await caches.open(CACHE);
  // It may have been here before, and is no longer one that goes away.
  await cache.delete(at(OPEN));
  const older = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== CACHE);
  const list = await (await fetched(LIST, { cache: 'no-store' })).json();
  if (list.version !== VERSION) throw new Error('the site is being changed just now');
  // Parts that are loaded when they are wanted are had again of those that were wanted before.
  const had = new Set();
  for (const name of older) {
    for (const { url } of await (await caches.open(name)).keys()) had.add(kind(url));
  }
  const is_wanted = (file) => file.first || is_small(file) || had.has(kind(at(file.path)));
  const files = list.files.filter(is_wanted);
  await Promise.all(files.map((file) => file.path !== PAGE && keep(cache, file)));
  await cache.put(at(LIST), json(list));
  await cache.put(at(OLDER), json(older));
  if (!(await take_page(cache, list)).is_ours) throw new Error('the page is of another version');
}

/** Puts a file into the cache, unless it is there; what is not exactly that file is refused. */
async function keep(cache, { path, integrity }) {
  if (await cache.match(at(path))) return;
  const kept = is_named_by_content(path) ? await caches.match(at(path), ANY) : undefined;
  await cache.put(at(path), kept ?? (await fetched(path, { integrity })));
}

/**
 * Fetches the page. It is one of this version if it names the files of it: whoever publishes a site may add to its
 * head, as the library that it is to have.
 */
async function take_page(cache, list) {
  const text = await (await fetched(PAGE, { cache: 'no-cache' })).text();
  const is_named = ({ first, path }) => !first || !/\.(js|css)$/.test(path) || text.includes(path);
  const is_ours = list.files.every(is_named);
  if (is_ours) {
    const link = /<link\b[^>]*\brel="?library\b[^>]*>/i.exec(text)?.[0] ?? '';
    const library = /\bhref="?([^"\s>]+)/i.exec(link)?.[1];
    const others = await caches.open(SAME_NAME);
    if (library && !(await others.match(at(library), ANY))) {
      await others.put(at(library), await fetched(library));
    }
    // Made anew: what a host has sent on from another address is not shown as a page.
    const headers = { 'Content-Type': 'text/html; charset=utf-8' };
    await cache.put(at(PAGE), new Response(text, { headers }));
  }
  return { text, is_ours };
}

/* It takes over. */

// The reader takes it.
self.addEventListener('message', (event) => {
  if (event.data === 'take') self.skipWaiting();
});

self.addEventListener('activate', (event) => event.waitUntil(activate()));

async function activate() {
  const cache = await caches.open(CACHE);
  const open = (await clients.matchAll({ includeUncontrolled: true })).map(({ id }) => id);
  for (const name of (await read(await cache.match(at(OLDER)))) ?? []) {
    const old = await caches.open(name);
    const before = (await read(await old.match(at(OPEN)))) ?? [];
    await old.put(at(OPEN), json([...before, ...open]));
  }
  await clients.claim();
  await clear();
}

/** Removes the caches of older versions of which no page is open. */
async function clear() {
  for (const name of await caches.keys()) {
    if (!name.startsWith(OURS) || name === CACHE) continue;
    const open = await read(await (await caches.open(name)).match(at(OPEN)));
    // Without that note it is a newer one, which comes in or waits.
    if (open && !(await Promise.all(open.map((id) => clients.get(id)))).some(Boolean)) {
      await caches.delete(name);
    }
  }
}

/* It answers. */

self.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  if (method !== 'GET' || !url.startsWith(SITE)) return;
  const path = url.slice(SITE.length).split(/[?#]/)[0];
  if (path === LIST || at(path) === self.location.href) return;
  if (mode === 'navigate' && (path === '' || path === PAGE)) {
    event.respondWith(page(event.request));
    // Nothing of it is missed without a network.
    event.waitUntil(look_again().catch(() => {}));
  } else {
    event.respondWith(is_named_by_content(path) ? part(event, path) : newest(event, path));
  }
});

async function page(request) {
  return (await (await caches.open(CACHE)).match(at(PAGE))) ?? fetch(request);
}

async function look_again() {
  await clear();
  const cache = await caches.open(CACHE);
  // The browser may have cleared what it kept.
  if (!(await cache.match(at(LIST)))) return install();
  const list = await listed(cache);
  const { text, is_ours } = await take_page(cache, list);
  // The page as it is while it is worked on: nothing of a published one may be in its way.
  if (!is_ours && text.includes('rel="engine"') && !text.includes('rel="offline"')) {
    await self.registration.unregister();
    const ours = (name) => name.startsWith(OURS) || name === SAME_NAME;
    await Promise.all((await caches.keys()).filter(ours).map((name) => caches.delete(name)));
  }
}

async function listed(cache) {
  return (await read(await cache.match(at(LIST)))) ?? { files: [] };
}

/** A file that is the same for ever: from any version that has it, or else fetched, and kept if it is of this one. */
async function part(event, path) {
  const kept = await caches.match(at(path), ANY);
  if (kept) return kept;
  const cache = await caches.open(CACHE);
  const file = (await listed(cache)).files.find((file) => file.path === path);
  const response = await fetch(at(path), file ? { integrity: file.integrity } : {});
  if (file && response.ok) event.waitUntil(put(cache, at(path), response.clone()));
  return response;
}

/** A file that may be another one now: fetched, and what was fetched last where there is no network. */
async function newest(event, path) {
  const others = await caches.open(SAME_NAME);
  const cache = await caches.open(CACHE);
  const kept = (await others.match(at(path), ANY)) ?? (await cache.match(at(path), ANY));
  const is_ours = kept || (await listed(cache)).files.some((file) => file.path === path);
  try {
    const response = await fetch(event.request);
    if (is_ours && response.ok) event.waitUntil(put(others, at(path), response.clone()));
    // A host that is ill is as good as none.
    return response.ok ? response : (kept ?? response);
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
}

// Where there is no room the site works on, with a network.
const put = (cache, address, response) => cache.put(address, response).catch(() => {});
