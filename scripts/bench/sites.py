"""Building sites and serving them: jobs for both sides, and what a reader loads."""

from __future__ import annotations

import gzip
import json
import re
import shutil
import socket
import subprocess
import time
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Any
from urllib.request import urlopen

import yaml
from jobs import PYTHON, ROOT, write_pages
from measure import run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from measure import Commands

_PARTS = re.compile(r'<(?:link rel="(?:stylesheet|icon)" href|script src|img src)="([^"]+)"')
_GENERATED = ("handboek", "routewijzer", "downloads", "schema")
_PATIENCE_SECONDS = 300


def plain_build(region: Path, work: Path) -> Commands:
    """MkDocs with its Material theme on the Markdown of a region, every page in its menu."""
    docs = work / "docs"
    shutil.copytree(ROOT / "docs", docs, ignore=shutil.ignore_patterns(*_GENERATED))
    run(write_pages(region, work / "los")[1:])
    shutil.copytree(work / "los" / "docs", docs, dirs_exist_ok=True)
    settings = {
        "site_name": "Ketenhandboek",
        "docs_dir": str(docs),
        "site_dir": str(work / "site"),
        "theme": {"name": "material", "language": "nl", "font": False},
        "plugins": [{"search": {"lang": "nl"}}],
        "markdown_extensions": yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))[
            "markdown_extensions"
        ],
        "nav": list(_menu(docs, docs)),
    }
    (work / "mkdocs.yml").write_text(json.dumps(settings), "utf-8")
    return [[PYTHON, "-m", "mkdocs", "build", "--quiet", "--config-file", work / "mkdocs.yml"]]


def _menu(folder: Path, docs: Path) -> Iterator[Any]:
    for path in sorted(folder.iterdir()):
        if path.is_dir():
            below = list(_menu(path, docs))
            if below:
                yield {path.name: below}
        elif path.suffix == ".md":
            yield path.relative_to(docs).as_posix()


def edit_to_served(work: Path) -> float:
    """Seconds from an edit of an agreement until `mkdocs serve` shows it on the page of that agreement.

    It serves a new copy of the project, with nothing kept, in a folder of its own inside `work`.
    """
    work = Path(mkdtemp(dir=work))
    for name in subprocess.check_output(["git", "ls-files"], cwd=ROOT, text=True).splitlines():
        if not name.startswith("tests/"):
            (work / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, work / name)
    record = min((work / "data" / "afspraken").glob("*.yaml"))
    with socket.create_server(("127.0.0.1", 0)) as free:
        place = f"127.0.0.1:{free.getsockname()[1]}"
    page = f"http://{place}/handboek/afspraken/{record.stem}/"
    command = [str(PYTHON), "-m", "mkdocs", "serve", "--quiet", "--livereload", "--dev-addr", place]
    with subprocess.Popen(command, cwd=work, stderr=subprocess.DEVNULL) as server:
        try:
            until(page, "")
            text = record.read_text("utf-8")
            record.write_text(re.sub(r"(?m)^(titel: .*)$", r"\1 (gewijzigd)", text, count=1), "utf-8")
            start = time.perf_counter()
            until(page, "(gewijzigd)")
            return time.perf_counter() - start
        finally:
            server.terminate()


def until(page: str, text: str) -> None:
    """Wait until a page is served with some text; while it rebuilds, the server lets its readers wait."""
    end = time.monotonic() + _PATIENCE_SECONDS
    while time.monotonic() < end:
        try:
            with urlopen(page, timeout=_PATIENCE_SECONDS) as answer:
                if text in answer.read().decode():
                    return
        except OSError:
            pass
        time.sleep(0.05)
    raise SystemExit(f"{page} was not served")


def heaviest_load(site: Path) -> tuple[int, int]:
    """Bytes and requests of the heaviest first load, as web servers send it: compressed.

    The page with the whole handbook on it, for paper, does not count.
    """
    pages = [page for page in site.rglob("index.html") if page.parent.name != "alles"]
    search = [*site.glob("assets/javascripts/workers/search.*.js")]
    loads = [[page, *_parts(page), *search] for page in pages]
    sizes = {file: len(gzip.compress(file.read_bytes())) for load in loads for file in set(load)}
    return max(sum(sizes[file] for file in load) for load in loads), max(map(len, loads))


def _parts(page: Path) -> Iterator[Path]:
    for address in _PARTS.findall(page.read_text("utf-8")):
        file = (page.parent / address).resolve()
        if file.is_file():
            yield file
