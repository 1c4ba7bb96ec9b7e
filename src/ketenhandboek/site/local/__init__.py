"""The site for a device without a server: every link names a file, and search needs no request."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_HERE = files("ketenhandboek.site.local")
_FRAME = "assets/javascripts/frame-worker.js"
_INDEX = "search/search_index.json"
_LINK = re.compile(r'(\bhref=")([^"#?:]+)(?=["#?])')
_BUNDLE = re.compile(r'(<script src="([^"]*)assets/javascripts/bundle\.)')
_FOR_SERVERS = ("404.html", "sw.js", "_headers", ".htaccess", "server/*", "sitemap.xml*", ".well-known/*")
_FOR_MAKERS = ("assets/**/*.map",)


def make_local(site: Path) -> None:
    """Change the built site in place, so that it opens from `file://`."""
    for pattern in (*_FOR_SERVERS, *_FOR_MAKERS):
        for path in site.glob(pattern):
            path.unlink()
    for page in site.rglob("*.html"):
        page.write_text(local_page(page.read_text("utf-8")), "utf-8")
    index = site / _INDEX
    if index.is_file():
        index.with_suffix(".js").write_text(
            f"var __index = {local_index(index.read_text('utf-8'))};\n", "utf-8"
        )
        index.unlink()
    (site / _FRAME).write_text((_HERE / "frame-worker.js").read_text("utf-8"), "utf-8")


def local_page(html: str) -> str:
    """The page with links to files instead of folders, and the script with which search works."""
    linked = _LINK.sub(lambda link: link[1] + file_of(link[2]), html)
    return _BUNDLE.sub(rf'<script src="\2{_FRAME}"></script>\1', linked)


def local_index(text: str) -> str:
    """The search index, whose places name files."""
    index = json.loads(text)
    for part in index["docs"]:
        folder, hash_, anchor = part["location"].partition("#")
        part["location"] = (file_of(folder) if folder else "index.html") + hash_ + anchor
    return json.dumps(index, ensure_ascii=False, separators=(",", ":"))


def file_of(address: str) -> str:
    """`../x/` → `../x/index.html`, `..` → `../index.html`; the address of a file stays."""
    if address.endswith("/"):
        return f"{address}index.html"
    return f"{address}/index.html" if address.rpartition("/")[2] in (".", "..") else address
