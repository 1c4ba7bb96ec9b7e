// Pictures: light up what a node touches, filter by phase and theme, and show one on the whole screen.
// Without this script the picture and its table say the same.
(() => {
  const near = (svg, name) => {
    const edges = [...svg.querySelectorAll(".kh-edge")].filter((edge) => [edge.dataset.from, edge.dataset.to].includes(name));
    const names = new Set([name, ...edges.flatMap((edge) => [edge.dataset.from, edge.dataset.to])]);
    return [...edges, ...[...svg.querySelectorAll(".kh-node")].filter((node) => names.has(node.dataset.node))];
  };

  const lightUp = (svg, node) => {
    svg.querySelectorAll(".kh-near").forEach((part) => part.classList.remove("kh-near"));
    svg.classList.toggle("kh-quiet", Boolean(node));
    if (node) near(svg, node.dataset.node).forEach((part) => part.classList.add("kh-near"));
  };

  const filter = (svg, wanted, status) => {
    const edges = [...svg.querySelectorAll(".kh-edge")];
    const seen = new Set();
    let shown = 0;
    for (const edge of edges) {
      const tags = (edge.dataset.tags ?? "").split(" ");
      const fits = wanted.every((tag) => tags.includes(tag));
      edge.classList.toggle("kh-out", !fits);
      if (!fits) continue;
      shown += 1;
      seen.add(edge.dataset.from).add(edge.dataset.to);
    }
    for (const node of svg.querySelectorAll(".kh-node")) {
      node.classList.toggle("kh-out", wanted.length > 0 && !seen.has(node.dataset.node));
    }
    status.textContent = wanted.length ? `${shown} van ${edges.length} lijnen` : "";
  };

  const tools = (figure) => {
    const found = figure.querySelector(".kh-tools") ?? document.createElement("div");
    found.className = "kh-tools";
    found.hidden = false;
    figure.prepend(found);
    return found;
  };

  const addFullScreen = (figure, bar) => {
    if (!document.fullscreenEnabled) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "kh-button";
    button.textContent = "Volledig scherm";
    button.addEventListener("click", () => {
      if (document.fullscreenElement) document.exitFullscreen();
      else figure.requestFullscreen();
    });
    figure.addEventListener("fullscreenchange", () => {
      button.textContent = document.fullscreenElement === figure ? "Sluit volledig scherm" : "Volledig scherm";
    });
    bar.append(button);
  };

  // Where a picture is wider than its figure, the middle has the most to show.
  const center = (svg) => {
    const box = svg.parentElement;
    box.scrollLeft = (box.scrollWidth - box.clientWidth) / 2;
  };

  for (const figure of document.querySelectorAll(".kh-figure")) {
    const svg = figure.querySelector(".kh-picture");
    if (!svg) continue;
    center(svg);
    const bar = tools(figure);
    const choices = [...bar.querySelectorAll("select")];
    const status = bar.querySelector("[role=status]");
    const chosen = () => choices.map((choice) => choice.value).filter(Boolean);
    choices.forEach((choice) => choice.addEventListener("change", () => filter(svg, chosen(), status)));
    addFullScreen(figure, bar);
    for (const begin of ["pointerover", "focusin"]) {
      svg.addEventListener(begin, (event) => lightUp(svg, event.target.closest(".kh-node")));
    }
    for (const end of ["pointerleave", "focusout"]) svg.addEventListener(end, () => lightUp(svg, null));
  }
})();
