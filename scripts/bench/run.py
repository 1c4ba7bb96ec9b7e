"""Measure what the project promises about speed: `python scripts/bench/run.py [--rounds 5]`.

Prints a table, writes it into `docs/snelheid.md`, and ends with 1 when a limit is missed.
"""

from __future__ import annotations

import argparse
import compileall
import os
import platform
import re
import sys
import tempfile
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from choice import slowest_choice
from jobs import (
    KETEN,
    PYTHON,
    ROOT,
    check_jsonschema,
    keten_build,
    keten_check,
    keten_diff,
    keten_rebuild,
    make_region,
    make_region_of,
    make_regions,
    pull_request,
    with_another_term,
    write_pages,
)
from measure import Sample, interleaved, middle
from sites import edit_to_served, heaviest_load, plain_build
from weights import SHARED, shares

from ketenhandboek.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from measure import Job

PAGE = ROOT / "docs" / "snelheid.md"
TABLE = re.compile(r"(?<=<!-- metingen -->\n).*?(?=<!-- einde metingen -->)", re.DOTALL)
HEAD = "| Wat | Ketenhandboek | Ter vergelijking | Uitkomst | Grens |\n|---|---|---|---|---|\n"
REGIONS = 26
TIMES = 10
FEW_PAGES, MANY_PAGES = (24, 18), (800, 1180)
"""Partners and agreements of a region whose handbook has some 300 pages, and 3,000."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One promise: what was measured, both sides in words, the outcome and its limit."""

    what: str
    ours: str
    theirs: str
    outcome: float
    limit: float

    @property
    def kept(self) -> bool:
        """Whether the outcome stays within the limit."""
        return self.outcome <= self.limit

    def row(self) -> str:
        """A row of the table."""
        outcome = dutch(self.outcome) + ("" if self.kept else " (te veel)")
        return f"| {self.what} | {self.ours} | {self.theirs} | {outcome} | {dutch(self.limit)} |\n"


def measure(work: Path, rounds: int) -> list[Figure]:
    """Measure everything, with `work` as an empty folder of its own."""
    regions, schemas = make_regions(work, REGIONS), work / "schemas"
    help_, empty = interleaved([[[KETEN, "--help"]], [[PYTHON, "-c", "pass"]]], 4 * rounds)
    one, one_schema = interleaved([keten_check(regions[:1]), check_jsonschema(regions[:1], schemas)], rounds)
    all_, all_schema = interleaved([keten_check(regions), check_jsonschema(regions, schemas)], rounds)
    large = make_region(work / "groot", TIMES)
    larger, small = interleaved([keten_check([large]), keten_check(regions[:1])], rounds)
    changed = with_another_term(regions[0], work / "gewijzigd")
    diff, checked = interleaved([keten_diff(regions[0], changed), keten_check(regions[:1])], rounds)
    pages, site = interleaved(
        [write_pages(regions[0], work / "schrijven"), keten_build(regions[0], work / "bouwen")], rounds
    )
    mkdocs = [Sample(whole.seconds - part.seconds, 0) for part, whole in zip(pages, site, strict=True)]
    (proposal,) = interleaved([pull_request(regions[0], changed, work / "reactie")], rounds)
    memory = round(max(sample.megabytes for sample in all_))
    return [
        ratio("Eén regio controleren", one, one_schema, "check-jsonschema", 0.20),
        ratio(f"{REGIONS} regio's controleren", all_, all_schema, "check-jsonschema", 0.06),
        per_record(larger, small),
        heaviest(regions[0]),
        ratio("Eén termijn anders: vergelijken", diff, checked, "dezelfde regio controleren", 3),
        ratio("`keten --help`", help_, empty, "een lege Python", 4),
        ratio("Bladzijden en tekeningen van één regio maken", pages, mkdocs, "MkDocs", 1),
        seconds("Een voorstel controleren, met de reactie", proposal, 20),
        Figure(f"Geheugen voor {REGIONS} regio's", f"{memory} MB", "", memory, 300),
        *sites(work, rounds),
    ]


def sites(work: Path, rounds: int) -> list[Figure]:
    """What building the handbook of Lindewaarde takes, and what its readers load."""
    demo, place = ROOT / "data", work / "lindewaarde"
    plain = plain_build(demo, work / "gewoon")
    built, rebuilt = keten_build(demo, place), keten_rebuild(demo, place)
    jobs: list[Job] = [built, plain, rebuilt, partial(edit_to_served, work)]
    first, theirs, again, served = interleaved(jobs, rounds)
    few, many = (make_region_of(work / f"{size[1]}-afspraken", *size) for size in (FEW_PAGES, MANY_PAGES))
    small, large = interleaved([keten_build(region, work / "omvang") for region in (few, many)], 1)
    load, requests = heaviest_load(place / "site")
    choice = round(slowest_choice(place / "site"))
    return [
        ratio("Het handboek voor het eerst bouwen", first, theirs, "MkDocs", 0.7),
        ratio("Het handboek opnieuw bouwen", again, theirs, "MkDocs", 0.7),
        ratio("Een wijziging tonen", served, first, "alles bouwen", 0.3),
        ratio("Een handboek van 3.000 bladzijden", large, small, "300 bladzijden", 12),
        Figure("De zwaarste bladzijde", f"{load / 1000:.0f} kB", "", round(load / 1000), 300),
        Figure("Bestanden voor één bladzijde", str(requests), "", requests, 15),
        Figure("De traagste keuze in de Routewijzer", f"{choice} ms", "", choice, 16),
    ]


def ratio(what: str, ours: Sequence[Sample], theirs: Sequence[Sample], name: str, limit: float) -> Figure:
    """A promise about our time as a part of another's, by the middle round."""
    our, their = (sample.seconds for sample in middle(ours, theirs))
    return Figure(what, f"{dutch(our)} s", f"{dutch(their)} s ({name})", our / their, limit)


def per_record(larger: Sequence[Sample], small: Sequence[Sample]) -> Figure:
    """A promise about a region that is so many times as large."""
    parts = [Sample(sample.seconds / TIMES, 0) for sample in larger]
    what = f"Een {TIMES} keer zo grote regio controleren, per record"
    return ratio(what, parts, small, "de gewone regio", 1.3)


def seconds(what: str, ours: Sequence[Sample], limit: float) -> Figure:
    """A promise about our time alone."""
    usual = median(sample.seconds for sample in ours)
    return Figure(what, f"{dutch(usual)} s", "", usual, limit)


def heaviest(region: Path) -> Figure:
    """The rule that takes the largest part of the time of all rules."""
    rules = shares(region)
    del rules[SHARED]
    (code, share), (second, next_share), *_ = rules.items()
    return Figure(
        f"Zwaarste regel: {code}",
        f"{dutch(share * 100)} % van alle regels",
        f"{dutch(next_share * 100)} % ({second})",
        share,
        0.1,
    )


def dutch(number: float) -> str:
    """A number as a Dutch reader writes it: `0,18`; whole numbers without decimals."""
    return f"{number:.2f}".rstrip("0").rstrip(".").replace(".", ",")


def publish(table: str) -> None:
    """Put the table between the marks in the page, with when and on what it was measured."""
    machine = f"met Python {platform.python_version()} op {os.cpu_count()} processorkernen"
    text = f"\n{table}\nGemeten op {in_words(date.today())}, {machine}.\n\n"
    PAGE.write_text(TABLE.sub(lambda _: text, PAGE.read_text("utf-8")), "utf-8")


def main() -> int:
    """Return 0 when every promise is kept, else 1."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5, help="how often each side runs (default 5)")
    rounds = parser.parse_args().rounds
    # As an installer does, and did for the other side: else each start may compile what was edited.
    compileall.compile_dir(ROOT / "src", quiet=1)
    with tempfile.TemporaryDirectory(prefix="keten-") as work:
        figures = measure(Path(work), rounds)
    table = HEAD + "".join(figure.row() for figure in figures)
    print(table, end="")
    publish(table)
    return 0 if all(figure.kept for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
