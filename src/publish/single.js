// The beginning of the program of a page that is one file (src/publish/single.rs): its workers and its library lie
// in it as texts, and each link that the program takes one by leads to its text.
{
  /** The page as it came, which the program changes: it is exported again, with other texts in it. */
  const whole = document.documentElement.cloneNode(true);
  for (const name of Object.keys(whole.dataset)) delete whole.dataset[name];
  const source = () => `<!doctype html>\n${whole.outerHTML}`;

  /** Has a link lead to the text that `make` gives, once someone wants it. */
  const lead = (rel, make) => {
    const link = document.querySelector(`link[rel="${rel}"]`);
    let address;
    const get = () => (address ??= URL.createObjectURL(new Blob(make(), {type: link.type})));
    Object.defineProperty(link, 'href', {get});
    return link;
  };
  const single = lead('single', () => [source()]);

  // Browsers let no worker of a page from the disk fetch what the page has: it gets that with its script.
  const given = (address, response) =>
    `{ const other = self.fetch; self.fetch = (address) => address === '${address}' ? ${response} : other(address); }\n`;
  const library = document.querySelector('script[data-library]');
  const unpacked = () => `(async (letters) => {
    const bytes = new Uint8Array(letters.length);
    for (let at = 0; at < bytes.length; at++) bytes[at] = letters.charCodeAt(at);
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')));
  })(atob('${library.textContent}'))`;
  const also = {
    engine: () => (library ? given(document.querySelector('link[rel="library"]').href, unpacked()) : ''),
    workshop: () => given(single.href, `Promise.resolve(new Response(${JSON.stringify(source())}))`),
  };
  if (library) document.querySelector('link[rel="library"]').href = 'library:';
  // Some browsers keep what is taken into any page from the disk in one place: to another library it is another's.
  const shelf = library ? `self.shelf = ${JSON.stringify(document.title)};\n` : '';
  for (const worker of document.querySelectorAll('script[data-worker]')) {
    const name = worker.dataset.worker;
    lead(name, () => [shelf, also[name]?.() ?? '', worker.textContent]);
  }
}
