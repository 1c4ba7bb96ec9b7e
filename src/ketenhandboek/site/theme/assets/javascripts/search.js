// On a phone the search field is a layer over the page: open and close it with real buttons, and bring the focus back.
(() => {
  const toggle = document.getElementById("__search");
  const opener = document.querySelector("[data-kh-search=open]");
  if (!opener) return;
  const closer = document.querySelector("[data-kh-search=close]");
  const input = document.querySelector("[data-md-component=search-query]");

  toggle.addEventListener("change", () => {
    opener.setAttribute("aria-expanded", String(toggle.checked));
    if (!toggle.checked && opener.offsetParent) opener.focus();
  });
  opener.addEventListener("click", () => {
    toggle.click();
    input.focus();
  });
  closer.addEventListener("click", () => toggle.click());

  // The theme binds these keys to actions. Speech input sends letters too, so they may do nothing (WCAG 2.1.4).
  const bound = ["f", "s", "/", "p", ",", "n", "."];
  addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (bound.includes(event.key) && !typing && !toggle.checked) event.stopPropagation();
  }, true);
})();
