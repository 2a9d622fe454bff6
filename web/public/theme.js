/* Runs before the first paint, so that no other theme flashes up. In a file of its own: the
   content-security policy allows no inline script. `src/app/theme.ts` takes over from here. */
(function () {
  var chosen = null;
  try {
    chosen = localStorage.getItem("resolution-assistant.theme");
  } catch {
    // A browser that keeps nothing shows what its system says.
  }
  var dark =
    chosen === "dark" || (chosen !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.dataset.theme = dark ? "dark" : "light";
})();
