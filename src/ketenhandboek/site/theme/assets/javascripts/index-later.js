// The theme fetches the index of the search with every page. For who does not search that is most of the load:
// let it wait until the search opens, as the theme itself does for a page that was opened as a file.
window.XMLHttpRequest = class extends XMLHttpRequest {
  open(method, url, ...more) {
    this.waits = new URL(url, location).pathname.endsWith("/search/search_index.json");
    super.open(method, url, ...more);
  }

  send(body) {
    const toggle = document.getElementById("__search");
    if (!this.waits || toggle.checked) super.send(body);
    else toggle.addEventListener("change", () => super.send(body), { once: true });
  }
};
