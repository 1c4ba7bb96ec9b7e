"""Build a whole site beside the old one and swap it in; what fails leaves the old one as it was."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ketenhandboek.chain.load import load_chain
from ketenhandboek.history.read import read_history
from ketenhandboek.site.finish import finish
from ketenhandboek.site.form import add_form, forge_of
from ketenhandboek.site.generate import OWNED, UnusableRecordsError, details, generate
from ketenhandboek.site.mkdocs import run
from ketenhandboek.site.place import mark, safe_place
from ketenhandboek.site.practice import FOLDER, load_practice
from ketenhandboek.site.settings import read_settings
from ketenhandboek.site.swap import swap, workshop
from ketenhandboek.site.trouble import BuildError
from ketenhandboek.source.folders import require_open

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.history.values import History
    from ketenhandboek.site.generate import Generated
    from ketenhandboek.site.settings import Settings

DRAWINGS = ".keten/tekeningen"
"""Where drawings are kept between builds, beside the settings of the site."""
PAST = ".keten/geschiedenis"
"""Where it is kept what earlier changes meant."""
RENDERED = ".keten/bladzijden"
"""Where rendered pages are kept between builds, beside the settings of the site."""


@dataclass(frozen=True, slots=True)
class Built:
    """The day of the handbook, how many pages were generated, and what went less well."""

    day: date
    pages: int
    warnings: tuple[str, ...]


def build_site(
    folder: Path,
    config: Path | None,
    out: Path,
    *,
    today: date,
    day: date | None = None,
    form: bool = False,
) -> Built:
    """Build the handbook of the records in `folder` into `out`, with the site settings in `config`.

    Without `config` the site has the settings and hand-written pages that come with the program.
    With `form` it gets the form for editors, which asks for npm.

    Raises BuildError, or OSError for what can't be read or written; `out` then holds what it held before.
    """
    settings = read_settings(config)
    place = safe_place(out, settings.home, kept_apart(folder, settings))
    chain = load_chain(folder, today, day, shown=named_from(settings.home, folder))
    forge = forge_of(settings) if form else None
    with workshop(place) as work:
        pages, site = work / "paginas", work / "site"
        _copy_handwritten(settings.pages, pages, folder)
        history = read_history(folder, settings.home / PAST)
        generated = _generate(chain, pages, settings.home, today, history)
        said = run(settings.values, pages, site, settings.home / RENDERED, details(chain))
        finish(site, settings.values, add_form(chain, folder, forge, site) if forge else None)
        mark(site)
        swap(site, place)
    return Built(chain.day, generated.pages, (*settings.warnings, *generated.warnings, *said))


def kept_apart(folder: Path, settings: Settings) -> dict[str, Path]:
    """The folders that no site may overlap with, each by what it is."""
    named = {
        "de map met de gegevens": folder,
        "de map met de geschreven pagina's": settings.pages,
        "de map met de vormgeving": settings.theme,
        "de map met de voorbeelden": settings.home / FOLDER,
    }
    return {what: path for what, path in named.items() if path is not None}


def named_from(home: Path, folder: Path) -> str:
    """The folder as pages name it, wherever it stands on this computer: from `home`, else its own name."""
    place, base = folder.resolve(), home.resolve()
    seen = place.relative_to(base) if place.is_relative_to(base) else Path(place.name)
    return "/".join(seen.parts)


def _generate(chain: Chain, pages: Path, home: Path, today: date, history: History) -> Generated:
    try:
        return generate(chain, pages, home / DRAWINGS, load_practice(home, today), history)
    except UnusableRecordsError as error:
        raise BuildError(str(error)) from None


def _copy_handwritten(pages: Path, target: Path, records: Path) -> None:
    """Copy the hand-written pages; generated pages and records that stand among them stay behind."""
    require_open(pages)
    target.mkdir()
    for path in _files(pages):
        if path.parts[0] not in OWNED and records.resolve() not in (pages / path).resolve().parents:
            (target / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(pages / path, target / path)


def _files(folder: Path) -> Iterator[Path]:
    yield from (path.relative_to(folder) for path in sorted(folder.rglob("*")) if path.is_file())
