"""The site for a device without a server: every link names a file, and what pages fetch comes as a script."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from ketenhandboek.pages.guide import DATA, FOLDER

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_HERE = files("ketenhandboek.site.local")
_FRAME = "assets/javascripts/frame-worker.js"
_INDEX = "search/search_index.json"
_ANSWERS = f"{FOLDER}/{DATA}"
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
    _as_script(site / _INDEX, "__index", local_index)
    _as_script(site / _ANSWERS, "khAnswers", local_answers)
    (site / _FRAME).write_text((_HERE / "frame-worker.js").read_text("utf-8"), "utf-8")


def _as_script(data: Path, name: str, local: Callable[[str], str]) -> None:
    """A file of data as a script that gives it this name: a browser fetches nothing beside a file."""
    if data.is_file():
        data.with_suffix(".js").write_text(f"var {name} = {local(data.read_text('utf-8'))};\n", "utf-8")
        data.unlink()


def local_page(html: str) -> str:
    """The page with links to files instead of folders, and the scripts with which search and choices work."""
    linked = _LINK.sub(lambda link: link[1] + file_of(link[2]), html)
    answers = DATA.replace(".json", ".js") if f'data-kh-guide="{DATA}"' in linked else ""
    extra = f'<script src="{answers}"></script>' if answers else ""
    return _BUNDLE.sub(rf'{extra}<script src="\2{_FRAME}"></script>\1', linked)


def local_index(text: str) -> str:
    """The search index, whose places name files."""
    index = json.loads(text)
    for part in index["docs"]:
        folder, hash_, anchor = part["location"].partition("#")
        part["location"] = (file_of(folder) if folder else "index.html") + hash_ + anchor
    return _compact(index)


def local_answers(text: str) -> str:
    """The answers of the Routewijzer, whose links name files."""
    answers = json.loads(text)
    for said in (*answers["texts"], *answers["nothing"]):
        said[:] = [part if isinstance(part, str) else [part[0], _filed(part[1])] for part in said]
    return _compact(answers)


def _filed(link: str) -> str:
    address, hash_, anchor = link.partition("#")
    return link if ":" in address or not address else file_of(address) + hash_ + anchor


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def file_of(address: str) -> str:
    """`../x/` → `../x/index.html`, `..` → `../index.html`; the address of a file stays."""
    if address.endswith("/"):
        return f"{address}index.html"
    return f"{address}/index.html" if address.rpartition("/")[2] in (".", "..") else address
