"""The whole handbook to take along: as a zip that opens without a server, and on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.site.archive import zip_folder
from ketenhandboek.site.build import build_site
from ketenhandboek.site.local import make_local
from ketenhandboek.site.paper import find_browser, print_pdf
from ketenhandboek.site.swap import workshop
from ketenhandboek.site.trouble import BuildError

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

ZIP = "handboek.zip"
PDF = "handboek.pdf"
_ON_PAPER = "handboek/afdrukken/alles/index.html"


def take_zip(folder: Path, config: Path | None, out: Path, *, today: date, day: date | None = None) -> Path:
    """Build the handbook of the records in `folder` as a zip in the folder `out`; returns the zip.

    Raises BuildError or OSError.
    """
    out.mkdir(parents=True, exist_ok=True)
    with workshop(out / ZIP) as work:
        built = build_site(folder, config, work / "site", today=today, day=day)
        make_local(work / "site")
        zip_folder(work / "site", work / ZIP, built.day, "handboek")
        return (work / ZIP).replace(out / ZIP)


def take_pdf(folder: Path, config: Path | None, out: Path, *, today: date, day: date | None = None) -> Path:
    """Build the handbook and print the page with all of it as a PDF in the folder `out`; returns the PDF.

    Raises BuildError, at once when there is no browser, or OSError.
    """
    find_browser()
    out.mkdir(parents=True, exist_ok=True)
    with workshop(out / PDF) as work:
        build_site(folder, config, work / "site", today=today, day=day)
        make_local(work / "site")
        if not (work / "site" / _ON_PAPER).is_file():
            raise BuildError("Dit handboek heeft geen pagina om af te drukken.")
        print_pdf(work / "site" / _ON_PAPER, work / PDF)
        return (work / PDF).replace(out / PDF)
