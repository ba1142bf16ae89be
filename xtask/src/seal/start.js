// Starts the program once the first screen is on the glass: what the page has in it, and the article that it
// fetches (src/first.js). Until then these have the line to themselves.
const seen = async () => {
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
// It may be there already, and a page out of sight is not painted.
await Promise.race([seen(), new Promise((late) => setTimeout(late, 500))]);
const program = fetch('./@PROGRAM@');
// What the engine is made of does not wait until the program asks for it.
for (const file of [@ENGINE@]) fetch(file).then((part) => part.arrayBuffer()).catch(() => {});
const { default: start } = await import('./@SCRIPT@');
await start({ module_or_path: program });
