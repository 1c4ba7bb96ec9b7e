"""What a site gets after MkDocs: words to search by, paper pages, service worker, manifest, headers."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ketenhandboek.site.apart import Apart
from ketenhandboek.site.form import FORM
from ketenhandboek.site.hosts import WORKER, security_txt, server_files
from ketenhandboek.site.policy import headers
from ketenhandboek.site.printing import fill_printed
from ketenhandboek.site.search.index import enrich_site

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_KEPT = (
    "index.html",
    "het-loopt-vast/index.html",
    "search/search_index.json",
)
_KEPT_FOLDERS = ("handboek/gemeenten/", "handboek/noodkaart/", "handboek/escalatie/", "routewijzer/")
_KEPT_ASSETS = (".css", ".js", ".svg", ".png")
_OTHER_LANGUAGES = "assets/javascripts/lunr/"
_BELOW = "// keten build schrijft hierboven.\n"


def finish(site: Path, values: Any, form: Mapping[str, str] | None = None) -> None:
    """Complete the built site. Raises BuildError for wrong settings.

    `values` are the settings as MkDocs read them, with the reference date in `extra.keten.peildatum`;
    `form` are the headers that the form needs in place of those of the site, if the site has one.
    """
    introduce(site, values)
    complete(site, values, form)


def introduce(site: Path, values: Any) -> None:
    """Write what a site tells devices and finders of leaks. Raises BuildError for wrong settings."""
    day = date.fromisoformat(values.extra["keten"]["peildatum"])
    _write(site, {"handboek.webmanifest": _manifest(values), **security_txt(values.extra, day)})


def complete(site: Path, values: Any, form: Mapping[str, str] | None = None) -> None:
    """Fill in what depends on all files of a site."""
    enrich_site(Path(values.docs_dir), site)
    fill_printed(site)
    _prepare_worker(site, offline=values.extra.get("offline", True))
    apart = Apart.of(site, FORM, form) if form else None
    _write(site, server_files(headers(site), apart))


def _write(site: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, "utf-8")


def _manifest(values: Any) -> str:
    """What a device needs to install the handbook as an app."""
    region = values.extra["keten"].get("regio")
    icons = [
        {"src": f"assets/images/icon-{size}.png", "sizes": f"{size}x{size}", "type": "image/png"}
        for size in (192, 512)
    ]
    manifest = {
        "name": f"{values.site_name} {region}" if region else values.site_name,
        "short_name": values.site_name,
        "lang": "nl",
        "start_url": ".",
        "scope": ".",
        "display": "minimal-ui",
        "background_color": "#fdfbf7",
        "theme_color": "#123f4a",
        "icons": [{**icon, "purpose": purpose} for icon in icons for purpose in ("any", "maskable")],
    }
    return json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"


def _prepare_worker(site: Path, *, offline: bool) -> None:
    """Fill in the version of the content and what to keep; without `offline` the worker removes itself."""
    worker = site / WORKER
    if not worker.is_file():
        return
    files = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    values = {"VERSION": _version(site, files) if offline else "", "KEPT": list(_kept(files))}
    lines = "".join(f"const {name} = {json.dumps(value)};\n" for name, value in values.items())
    worker.write_text(lines + worker.read_text("utf-8").partition(_BELOW)[2], "utf-8")


def _version(site: Path, files: Iterable[str]) -> str:
    digest = hashlib.sha256()
    for file in files:
        digest.update(f"{file}\0{hashlib.sha256((site / file).read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()[:16]


def _kept(files: Iterable[str]) -> Iterator[str]:
    """The addresses of what a device keeps from the first visit on: whom to call, and how to escalate."""
    for file in files:
        page = file.endswith(("index.html", ".json")) and file.startswith(_KEPT_FOLDERS)
        asset = file.startswith("assets/") and file.endswith(_KEPT_ASSETS)
        if file in _KEPT or page or (asset and not file.startswith(_OTHER_LANGUAGES)):
            yield file.removesuffix("index.html")
