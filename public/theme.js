// Sets the theme that the visitor chose before the first paint; a script of its own, because the page's wasm
// comes later and the Content-Security-Policy allows no inline script.
try {
  const theme = localStorage.getItem("mlops-dojo.theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // A browser that keeps nothing shows the system's theme.
}
