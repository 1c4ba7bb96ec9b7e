"""How soon the Routewijzer answers a choice, in a real browser."""

from __future__ import annotations

import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

from jobs import ROOT
from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from pathlib import Path

_CHOICE = "werk=politie&wens=acuut&over=huisverbod+opleggen&gemeente=zandrijk"
_LONGEST = """() => {
  const form = document.querySelector(".kh-guide__form");
  const answers = document.querySelector("[data-kh-answers]");
  let longest = 0;
  for (const field of form.querySelectorAll("select")) {
    for (const option of [...field.options]) {
      const start = performance.now();
      option.selected = true;
      field.dispatchEvent(new Event("change", { bubbles: true }));
      answers.getBoundingClientRect();
      longest = Math.max(longest, performance.now() - start);
    }
  }
  return longest;
}"""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the parent's
        pass


def slowest_choice(site: Path) -> float:
    """Milliseconds from the slowest of all choices until its answers have their place on a phone."""
    sys.path.append(str(ROOT / "scripts"))
    from chromium import installed

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed(), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 360, "height": 640})
        page.goto(f"http://127.0.0.1:{server.server_port}/routewijzer/#{_CHOICE}")
        page.locator("[data-kh-answers]").wait_for()
        slowest = float(page.evaluate(_LONGEST))
        browser.close()
    server.shutdown()
    return slowest
