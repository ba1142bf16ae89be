// Starts the program once the first screen is on the glass: what the page has in it, and the article that it
// fetches (src/first.js). Until then these have the line to themselves. On a first visit a search does not wait for
// the program: what is smaller comes before it, and answers (src/early.rs). This runs before the whole page is read.

const EARLY = [@EARLY@];

const root = document.documentElement;
const wanted = new URLSearchParams(location.hash.slice(1));
const sought = wanted.get('q') ?? '';
const parsed = new Promise((parsed) => {
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', parsed);
  else parsed();
});
const within = (time) => new Promise((late) => setTimeout(late, time));
const fetchAll = (files) => Promise.all(files.map(async (file) => (await fetch(file)).arrayBuffer()));

const seen = async () => {
  await parsed;
  await globalThis.firstArticle;
  // The list is not seen where an article is.
  const text = document.querySelector('.article .body') ?? document.querySelector('.entry-title');
  if (text && PerformanceObserver.supportedEntryTypes?.includes('element')) {
    const shown = new Promise((shown) => new PerformanceObserver(shown).observe({ type: 'element', buffered: true }));
    text.setAttribute('elementtiming', 'first');
    await shown;
  } else {
    // In the second frame the first is painted.
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
  }
};

// Whether the early search knows all that there is to know: whoever was here before may have texts and corrections of
// their own, and has the program. An address may lead to nothing but a search.
const isOurs = (name) => name.startsWith('jianyue');
function isEarly() {
  if (!EARLY.length || navigator.serviceWorker?.controller || document.querySelector('link[rel=library]')) return false;
  try {
    return [...wanted.keys()].join() === (sought && 'q') && !Object.keys(localStorage).some(isOurs);
  } catch {
    return true; // the browser keeps nothing for this page
  }
}

// Searches until the program takes over. Resolves when the line is free for that: what the early search is made of is
// there, and what is asked already is answered.
async function searchEarly() {
  const files = fetchAll(EARLY);
  const worker = new Worker(EARLY[0], { type: 'module' });
  const heard = () => new Promise((heard, failed) => {
    worker.onmessage = ({ data }) => heard(data);
    worker.onerror = failed;
  });
  const listens = Promise.all([indexedDB.databases(), heard()]);
  // What fails while the page is read fails below.
  for (const promise of [files, listens]) promise.catch(() => {});
  await parsed;
  const field = document.querySelector('[data-status="still"] #search');
  const list = document.querySelector('[data-status="still"] #list');
  if (!field || !list) return worker.terminate();
  if (sought && !field.value) field.value = sought;
  const show = (typed, html) => {
    const pane = document.querySelector('[data-status="still"] #list');
    if (!pane) return;
    if (!typed) pane.replaceWith(list);
    else if (html) {
      pane.outerHTML = html;
      document.getElementById('list').dataset.of = typed;
    } else {
      // Only the program can say it: what is there is of something else.
      root.dataset.first = 'elsewhere';
      return;
    }
    delete root.dataset.first;
    document.querySelector('[role=status]').textContent = document.querySelector('#list :is(.found, .notice-title)')?.innerText ?? '';
  };
  let shown = '';
  let isAsking = false;
  const ask = async () => {
    if (isAsking) return;
    isAsking = true;
    while (field.isConnected && field.value !== shown && root.dataset.composing === undefined) {
      shown = field.value;
      worker.postMessage(shown);
      show(shown, await heard());
    }
    isAsking = false;
  };
  new MutationObserver((_, observer) => {
    if (field.isConnected) return;
    observer.disconnect();
    worker.terminate();
  }).observe(document.body, { childList: true });
  const answered = (async () => {
    const [documents] = await listens;
    if (documents.some(({ name }) => isOurs(name))) return worker.terminate();
    for (const event of ['input', 'compositionend']) field.addEventListener(event, () => setTimeout(ask));
    await ask();
  })().catch(() => worker.terminate());
  await files;
  if (field.value) await answered;
}

const early = isEarly();
// The first screen may be there already, and a page out of sight is not painted.
if (!early || !sought) await Promise.race([seen(), within(500)]);
// Where it does not come the program is what answers.
if (early) await Promise.race([searchEarly().catch(() => {}), within(8_000)]);
await parsed;
const program = fetch('./@PROGRAM@');
// What the engine is made of does not wait until the program asks for it.
fetchAll([@ENGINE@]).catch(() => {});
const { default: start } = await import('./@SCRIPT@');
await start({ module_or_path: program });
