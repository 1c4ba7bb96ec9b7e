// A table that is wider than the screen scrolls in a box of its own; only then the keyboard stops there.
(() => {
  const settle = (box) => {
    const wide = box.scrollWidth > box.clientWidth;
    box.classList.toggle("kh-table-box--wide", wide);
    if (!wide) return ["tabindex", "role", "aria-label"].forEach((name) => box.removeAttribute(name));
    box.setAttribute("tabindex", "0");
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", "Tabel, breder dan het scherm: schuif opzij");
  };
  const watcher = new ResizeObserver((entries) => entries.forEach(({ target }) => settle(target)));

  for (const table of document.querySelectorAll(".md-content .kh-table")) {
    const box = document.createElement("div");
    box.className = "kh-table-box";
    table.replaceWith(box);
    box.append(table);
    watcher.observe(box);
  }
})();
