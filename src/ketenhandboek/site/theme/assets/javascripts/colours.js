// Runs before the first paint, so that a dark page never flashes white. The theme's own script keeps the choice.
(() => {
  const chosen = () => {
    try {
      return __md_get("__palette");
    } catch {
      return null; // Storage is switched off: the device decides.
    }
  };
  const palette = chosen();
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const follows = !palette || palette.color.media === "(prefers-color-scheme)";
  const scheme = follows ? (dark ? "slate" : "default") : palette.color.scheme;
  document.body.setAttribute("data-md-color-scheme", scheme);

  addEventListener("DOMContentLoaded", () => {
    document.getElementById(`__palette_${palette?.index ?? 0}`).checked = true;
  });
})();
