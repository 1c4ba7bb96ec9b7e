"""Records → the generated part of the docs folder: pages, pictures and downloads."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from ketenhandboek.export.files import data_files, network_files
from ketenhandboek.export.pictures import named
from ketenhandboek.export.records import schema_files
from ketenhandboek.graphs.pictures import Studio
from ketenhandboek.history.values import History
from ketenhandboek.pages.every import families
from ketenhandboek.pages.guide import answers_file
from ketenhandboek.pages.page import Book
from ketenhandboek.rules.check import check
from ketenhandboek.site.parts import Parts
from ketenhandboek.site.search.records import search_words
from ketenhandboek.site.search.words import FILE
from ketenhandboek.site.tree import write_tree
from ketenhandboek.values import Day

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.findings import Finding, Report
    from ketenhandboek.pages.every import Family
    from ketenhandboek.pages.page import Practice
    from ketenhandboek.site.parts import Draw

OWNED = ("downloads", "handboek", "routewijzer", "schema")
"""The folders inside the docs folder that belong to the generator."""
_BLOCKING = ("BAS001", "BAS002", "BAS003", "BAS004")


class UnusableRecordsError(Exception):
    """The records hold findings with which no reliable handbook can be made."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        self.findings = findings
        first = findings[0]
        super().__init__(
            f"Er komt geen handboek: {len(findings)} keer kloppen de gegevens niet. "
            f"De eerste: {first.span.file}, regel {first.span.line}: {first.message} "
            "Alle meldingen: keten check."
        )


@dataclass(frozen=True, slots=True)
class Generated:
    """What was made: the number of pages, files changed, and warnings in Dutch."""

    pages: int
    written: int
    warnings: tuple[str, ...]


def generate(
    chain: Chain,
    docs: Path,
    drawings: Path,
    practice: tuple[Practice, ...] = (),
    history: History | None = None,
) -> Generated:
    """Write every page and download below `docs`; pictures are kept in `drawings`.

    Raises UnusableRecordsError, before anything is written, when records can't be read or do not fit.
    """
    judge = cache(partial(check, chain))
    book = partial(Book, chain, judge, practice=practice, history=history or History())
    pages = [partial(_pages, family, book) for family in families()]
    others = [partial(_without_drawing, make, chain) for make in (answers_file, schema_files, data_files)]
    with Studio(drawings) as studio, Studio(drawings) as there, Parts([*pages, *others], there) as every:
        _refuse_unusable(judge())
        parts = [*every.made(studio)]
        views = [view for part in parts for view in part.views]
        studio.tidy(len(views))
    files = {path: text for part in parts for path, text in part.files.items()}
    files |= {FILE: search_words(chain).text(), **network_files(chain, named(views), parts[-1].files)}
    written = write_tree(docs, files, OWNED)
    return Generated(sum(len(part.files) for part in parts[: len(pages)]), written, studio.warnings)


def _refuse_unusable(report: Report) -> None:
    blocking = tuple(finding for finding in report.findings if finding.rule in _BLOCKING)
    if blocking:
        raise UnusableRecordsError(blocking)


def _pages(family: Family, book: Callable[[Draw], Book], draw: Draw) -> dict[str, str]:
    return {page.path: page.text for page in family(book(draw))}


def _without_drawing(make: Callable[[Chain], dict[str, str]], chain: Chain, _: Draw) -> dict[str, str]:
    return make(chain)


def details(chain: Chain) -> dict[str, Any]:
    """What the theme tells: the region with its mailbox and municipalities, the day, when agreements end."""
    region = chain.region
    return {
        "regio": region.name if region else "",
        "fictief": bool(region and region.fictional),
        "meldadres": region.mailbox if region else None,
        "peildatum": chain.day.isoformat(),
        "eindes": dict(_ends(chain)),
        "gemeenten": {id_: chain.names.of("gemeente", id_) for id_ in chain.areas.municipalities},
    }


def _ends(chain: Chain) -> Iterator[tuple[str, dict[str, str]]]:
    """The end of each agreement in force that has one, by id."""
    for agreement in chain.lifecycle.in_force.values():
        end = agreement.valid.end
        if isinstance(end, Day):
            yield agreement.id, {"titel": agreement.title, "tot": end.last.isoformat()}
