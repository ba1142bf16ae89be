// Runs before anything is painted, and before the program is there (src/ui/hooks/first.rs takes over):
// the first screen has the colours that the reader chose, and no list where the address leads elsewhere,
// more is to stand above it, or the page names another library. It is a script since a program comes later
// than the first picture.
(() => {
  const root = document.documentElement;
  let kept = {};
  try { kept = localStorage; } catch { /* the browser keeps nothing for this page */ }
  const theme = /^theme (\S+)$/m.exec(kept['jianyue.preferences'] ?? '');
  if (theme) root.dataset.theme = theme[1];
  const isOther = location.hash.length > 1 || kept['jianyue.recent'];
  if (isOther || document.querySelector('link[rel=library]')) root.dataset.first = 'elsewhere';
  // What is being composed in the field would be lost if the program took its place.
  addEventListener('compositionstart', () => { root.dataset.composing = ''; });
  addEventListener('compositionend', () => { delete root.dataset.composing; });
})();
