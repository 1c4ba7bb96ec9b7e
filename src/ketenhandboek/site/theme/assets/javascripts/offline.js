// Lets the device keep pages for when there is no network. A page that was opened as a file has no network to lose.
if ("serviceWorker" in navigator && location.protocol.startsWith("http")) {
  addEventListener("load", () => navigator.serviceWorker.register(new URL("sw.js", __md_scope)).catch(() => {}));
}
