// A page that was opened as a file may not start a worker. The theme's search then works in a hidden frame.
// The theme looks for the name IFrameWorker, and waits for importScripts.
window.Worker = window.IFrameWorker = class extends EventTarget {
  constructor(address) {
    super();
    const frame = document.createElement("iframe");
    frame.hidden = true;
    document.body.append(frame);
    this.inside = frame.contentWindow;
    this.inside.document.open();
    this.inside.document.write("<!doctype html><body>");
    this.inside.document.close();
    this.inside.postMessage = (data) => this.dispatchEvent(new MessageEvent("message", { data }));
    this.inside.importScripts = async (...addresses) => {
      for (const each of addresses) await this.load(each);
    };
    this.ready = this.load(new URL(address, location));
  }

  load(address) {
    return new Promise((done, failed) => {
      const script = this.inside.document.createElement("script");
      Object.assign(script, { src: address, onload: done, onerror: failed });
      this.inside.document.body.append(script);
    });
  }

  postMessage(data) {
    this.ready.then(() => this.inside.dispatchEvent(new MessageEvent("message", { data })));
  }
};
