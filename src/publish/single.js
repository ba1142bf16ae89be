// The beginning of the program of a page that is one file (src/publish/single.rs): its workers lie in it as texts,
// and each link that the program starts one from leads to its text.
for (const worker of document.querySelectorAll('script[data-worker]')) {
  const link = document.querySelector(`link[rel="${worker.dataset.worker}"]`);
  let address;
  // Made when it is first wanted.
  const get = () => address ??= URL.createObjectURL(new Blob([worker.textContent], {type: link.type}));
  Object.defineProperty(link, 'href', {get});
}
