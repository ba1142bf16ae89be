// Runs before anything is painted, and before the program is there (src/ui/hooks/first.rs takes over):
// the first screen has the colours that the reader chose, the article that the address leads to, and no list
// where it leads elsewhere, more is to stand above it, or the page names another library. It is a script since
// a program comes later than the first picture.
(() => {
  const root = document.documentElement;
  let kept = {};
  try { kept = localStorage; } catch { /* the browser keeps nothing for this page */ }
  const theme = /^theme (\S+)$/m.exec(kept['jianyue.preferences'] ?? '');
  if (theme) root.dataset.theme = theme[1];
  const address = () => new URLSearchParams(location.hash.slice(1));
  const wanted = address();
  const isOther = kept['jianyue.recent'] || document.querySelector('link[rel=library]');
  // A published site has each article as it is seen first (src/publish/first.rs). Whoever was here before has the
  // program already.
  const isPublished = document.querySelector('link[rel=offline]') && !navigator.serviceWorker?.controller;
  const elsewhere = () => { root.dataset.first = 'elsewhere'; };
  if (isPublished && wanted.get('doc')) {
    root.dataset.first = 'article';
    globalThis.firstArticle = article(wanted).catch(elsewhere);
  } else if (location.hash.length > 1 || isOther) elsewhere();
  // Links are followed also before the program is there, and the way back.
  let before;
  addEventListener('hashchange', () => {
    const pane = document.querySelector('[data-status="still"] #reading');
    if (!pane || !isPublished) return;
    before ??= pane.querySelector('.article') ? [] : [...pane.children];
    scrollTo(0, 0);
    if (address().get('doc')) {
      article(address()).catch(elsewhere);
      return;
    }
    pane.replaceChildren(...before);
    pane.closest('.app').dataset.open = 'list';
  });
  // What is being composed in the field would be lost if the program took its place.
  addEventListener('compositionstart', () => { root.dataset.composing = ''; });
  addEventListener('compositionend', () => { delete root.dataset.composing; });

  // Puts the article where the program will show it.
  async function article(wanted) {
    const folder = new URL('first/', document.baseURI).href;
    const path = wanted.get('doc').split('/').map(encodeURIComponent).join('/');
    const { href } = new URL(`${path}.html`, folder);
    const response = href.startsWith(folder) && (await fetch(href));
    if (!response || !response.ok) return elsewhere();
    const { body } = new DOMParser().parseFromString(await response.text(), 'text/html');
    // Some hosts answer with the page itself where they have no such file.
    if (!body.querySelector(':scope > .article')) return elsewhere();
    const pane = document.querySelector('[data-status="still"] #reading');
    if (!pane || address().get('doc') !== wanted.get('doc')) return;
    pane.replaceChildren(...body.children);
    pane.closest('.app').dataset.open = 'reading';
    // The program will show the hits there.
    if (wanted.get('q')) {
      const bar = document.createElement('div');
      bar.className = 'hit-bar';
      pane.querySelector('.article').before(bar);
    }
    // Where nothing else stands beside it the list does.
    if (!isOther && [...wanted].length === 1) delete root.dataset.first;
  }
})();
