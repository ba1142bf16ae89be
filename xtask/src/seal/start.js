// Starts the program once the first screen, which the page has in it, is painted: until then that has the
// line to itself.
await new Promise((painted) => {
  requestAnimationFrame(() => setTimeout(painted));
  // A page out of sight is not painted.
  setTimeout(painted, 500);
});
const program = fetch('./@PROGRAM@');
// What the engine is made of does not wait until the program asks for it.
for (const file of [@ENGINE@]) fetch(file).then((part) => part.arrayBuffer()).catch(() => {});
const { default: start } = await import('./@SCRIPT@');
await start({ module_or_path: program });
