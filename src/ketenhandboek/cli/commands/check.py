"""`keten check`."""

from __future__ import annotations

import os
import sys
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import click

from ketenhandboek.cli.options import ReferenceDate, existing_folders, known_rules, reference_date
from ketenhandboek.cli.stop import Stop

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from pathlib import Path

    from ketenhandboek.findings import Report

_FORMATS = ("github", "json", "sarif", "text")
_ENOUGH_FOR_PROCESSES = 4
_SEVERITIES = ("fout", "waarschuwing", "advies")


@click.command("check")
@click.argument("folders", nargs=-1, metavar="[MAP]...")
@click.option(
    "--format",
    "name",
    type=click.Choice(_FORMATS),
    default="text",
    show_default=True,
    help="Vorm van de uitvoer.",
)
@click.option(
    "--fail-on",
    type=click.Choice(_SEVERITIES),
    default="fout",
    show_default=True,
    help="Vanaf welke ernst de controle faalt.",
)
@reference_date
@click.option("--tot", type=ReferenceDate(), help="Dag tot wanneer er vooruit wordt gekeken.")
@click.option("--regel", "rules", multiple=True, metavar="CODE", help="Alleen deze regel; mag vaker.")
@click.option("--quiet", is_flag=True, help="Zeg niets als er niets te melden is.")
def command(
    folders: tuple[str, ...],
    name: str,
    fail_on: str,
    peildatum: date | None,
    tot: date | None,
    rules: tuple[str, ...],
    quiet: bool,
) -> None:
    """Controleer de gegevens in MAP (standaard data/).

    Uitgang 0: niets gevonden dat faalt. 1: bevindingen vanaf de ernst van --fail-on.
    2: de controle kon haar werk niet doen.
    """
    from ketenhandboek.findings import Severity
    from ketenhandboek.report import render

    judge = partial(_judged, today=date.today(), day=peildatum, until=tot, rules=known_rules(rules))
    report = _report(existing_folders(folders or ("data",)), judge)
    if not quiet or report.findings:
        colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
        click.echo(render(report, name, colour=colour), nl=False)
    sys.exit(1 if report.fails(Severity(fail_on)) else 0)


def _report(folders: list[Path], judge: Callable[[Path], Report]) -> Report:
    """Judge every folder by itself; from four folders on, as many at once as there are processors."""
    from ketenhandboek.findings import Report

    if len(folders) < _ENOUGH_FOR_PROCESSES:
        return Report.joined(map(judge, folders))
    from concurrent.futures import ProcessPoolExecutor

    from ketenhandboek.chain.load import national
    from ketenhandboek.rules.catalogue import catalogue

    # Before the processes part, so that each finds these done.
    national()
    catalogue()
    with ProcessPoolExecutor() as pool:
        return Report.joined(pool.map(judge, folders))


def _judged(
    folder: Path, *, today: date, day: date | None, until: date | None, rules: Collection[str]
) -> Report:
    from ketenhandboek.chain.load import load_chain
    from ketenhandboek.rules.check import check as judge

    chain = load_chain(folder, today, day, until=until)
    if until and until < chain.day:
        raise Stop(f"--tot ({until}) ligt voor de peildatum ({chain.day}). Noem een latere dag.")
    return judge(chain, rules)
