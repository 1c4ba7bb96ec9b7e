// The theme's drawer opens by a checkbox. These buttons work it for keyboard and screen reader as well.
(() => {
  const toggle = document.getElementById("__drawer");
  const opener = document.querySelector("[data-kh-menu=open]");
  const closer = document.querySelector("[data-kh-menu=close]");
  const narrow = matchMedia("(max-width: 76.234375em)");
  const behind = document.querySelectorAll(".md-banner, .md-header, .md-content, .md-sidebar--secondary, .md-footer");

  const set = (open) => {
    if (toggle.checked !== open) toggle.click();
  };

  const follow = () => {
    const open = toggle.checked && narrow.matches;
    opener.setAttribute("aria-expanded", String(open));
    for (const part of behind) part.inert = open;
    if (open) closer.focus();
    else if (document.activeElement === closer || document.activeElement === document.body) opener.focus();
  };

  opener.addEventListener("click", () => set(true));
  closer.addEventListener("click", () => set(false));
  toggle.addEventListener("change", follow);
  narrow.addEventListener("change", () => set(false));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") set(false);
  });
})();
