// Starts the page's wasm: a file of its own because the Content-Security-Policy allows no inline script.
// A meta tag says which folder holds the page. CSS can tell from `data-boot` how far it came.
const root = document.documentElement;
const folder = document.querySelector('meta[name="dojo-page"]').content;
root.dataset.boot = "loading";
try {
  const { default: start } = await import(new URL(`${folder}/app.js`, document.baseURI));
  await start();
  root.dataset.boot = "started";
} catch (problem) {
  root.dataset.boot = "failed";
  throw problem;
}
