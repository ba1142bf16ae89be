// Starts the program once the first screen is on the glass: what the page has in it, and the article that it
// fetches (src/first.js). Until then these have the line to themselves.
const frame = () => new Promise(requestAnimationFrame);
const seen = async () => {
  await globalThis.firstArticle;
  // In the second frame the first is painted.
  await frame();
  await frame();
};
// A page out of sight is not painted.
await Promise.race([seen(), new Promise((late) => setTimeout(late, 1000))]);
const program = fetch('./@PROGRAM@');
// What the engine is made of does not wait until the program asks for it.
for (const file of [@ENGINE@]) fetch(file).then((part) => part.arrayBuffer()).catch(() => {});
const { default: start } = await import('./@SCRIPT@');
await start({ module_or_path: program });
