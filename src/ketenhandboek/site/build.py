"""Build a whole site beside the old one and swap it in; what fails leaves the old one as it was."""

from __future__ import annotations

import logging
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ketenhandboek.chain.load import load_chain
from ketenhandboek.site.generate import OWNED, UnusableRecordsError, details, generate
from ketenhandboek.site.practice import load_practice

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ketenhandboek.chain.chain import Chain

WORK = Path(".keten")


class BuildError(Exception):
    """The site could not be built; the message is Dutch and says what to do."""


@dataclass(frozen=True, slots=True)
class Built:
    """How many pages were generated, and what went less well."""

    pages: int
    warnings: tuple[str, ...]


def build_site(folder: Path, config: Path, out: Path, *, today: date, day: date | None = None) -> Built:
    """Build the handbook of the records in `folder` into `out`, with the site settings in `config`.

    Raises BuildError; `out` then holds what it held before.
    """
    if not config.is_file():
        raise BuildError(f"Het bestand '{config}' ontbreekt. Start dit in de map waarin mkdocs.yml staat.")
    chain = load_chain(folder, today, day)
    work = config.parent / WORK
    stage = work / "bouw" / ("-".join(folder.resolve().parts[-3:]))
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{out.name}-", dir=out.parent) as fresh:
        _copy_handwritten(config, stage)
        try:
            practice = load_practice(config.parent, today)
            generated = generate(chain, stage, work / "tekeningen", practice)
        except UnusableRecordsError as error:
            raise BuildError(str(error)) from None
        said = _mkdocs(config, stage, Path(fresh) / "site", chain)
        _swap(Path(fresh) / "site", out, Path(fresh) / "old")
    return Built(generated.pages, (*generated.warnings, *said))


def _copy_handwritten(config: Path, stage: Path) -> None:
    """Bring the hand-written pages to the stage; the generated ones that stand beside them stay behind."""
    from mkdocs.config import load_config

    docs = Path(load_config(str(config), hooks=[]).docs_dir)
    stage.mkdir(parents=True, exist_ok=True)
    wanted = [path for path in _files(docs) if path.parts[0] not in OWNED]
    for path in wanted:
        source, target = docs / path, stage / path
        if not target.is_file() or target.read_bytes() != source.read_bytes():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)
    for path in _files(stage):
        if path.parts[0] not in OWNED and path not in wanted:
            (stage / path).unlink()


def _files(folder: Path) -> Iterator[Path]:
    yield from (path.relative_to(folder) for path in sorted(folder.rglob("*")) if path.is_file())


def _mkdocs(config: Path, docs: Path, out: Path, chain: Chain) -> tuple[str, ...]:
    """Run MkDocs; its warnings are faults of ours or of the hand-written pages."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    heard = _Warnings()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(heard)
    try:
        settings: Any = load_config(
            str(config), docs_dir=str(docs.resolve()), site_dir=str(out.resolve()), hooks=[]
        )
        settings.extra["keten"] = {**settings.extra.get("keten", {}), **details(chain)}
        build(settings)
    except MkDocsException as error:
        raise BuildError(f"De site kon niet worden gebouwd: {error}") from None
    finally:
        logger.removeHandler(heard)
    return tuple(heard.messages)


def _swap(fresh: Path, out: Path, old: Path) -> None:
    if out.exists():
        out.rename(old)
    try:
        fresh.rename(out)
    except OSError:
        if old.exists():
            old.rename(out)
        raise


class _Warnings(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())
