// Starts the page's wasm: a file of its own because the Content-Security-Policy allows no inline script.
// The hashed names stand in a meta tag that Trunk writes. CSS can tell from `data-boot` how far it came.
const root = document.documentElement;
const { js, wasm } = document.querySelector('meta[name="dojo-page"]').dataset;
root.dataset.boot = "loading";
try {
  const { default: start } = await import(js);
  await start({ module_or_path: wasm });
  root.dataset.boot = "started";
} catch (problem) {
  root.dataset.boot = "failed";
  throw problem;
}
