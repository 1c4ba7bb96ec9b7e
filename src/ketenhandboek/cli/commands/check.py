"""`keten check`."""

from __future__ import annotations

import os
import sys
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import click

from ketenhandboek.cli.mending import mend, show
from ketenhandboek.cli.options import ReferenceDate, existing_folders, known_rules, name_of, reference_date
from ketenhandboek.cli.stop import Stop
from ketenhandboek.report import format_names

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from pathlib import Path

    from ketenhandboek.findings import Report

_SEVERITIES = ("fout", "waarschuwing", "advies")


@click.command("check")
@click.argument("folders", nargs=-1, metavar="[MAP]...")
@click.option(
    "--format",
    "name",
    type=click.Choice(format_names()),
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
@click.option("--fix", is_flag=True, help="Herstel in de bestanden wat maar op één manier kan.")
@click.option("--diff", is_flag=True, help="Toon wat --fix zou wijzigen, en wijzig niets.")
def command(
    folders: tuple[str, ...],
    name: str,
    fail_on: str,
    peildatum: date | None,
    tot: date | None,
    rules: tuple[str, ...],
    quiet: bool,
    fix: bool,
    diff: bool,
) -> None:
    """Controleer de gegevens in MAP (standaard data/).

    Uitgang 0: niets gevonden dat faalt. 1: bevindingen vanaf de ernst van --fail-on.
    2: de controle kon haar werk niet doen.
    """
    from ketenhandboek.findings import Report, Severity
    from ketenhandboek.report import render

    if fix and diff:
        raise Stop("Kies --fix of --diff: het ene wijzigt de bestanden, het andere toont alleen hoe.")
    judge = partial(_judged, today=date.today(), day=peildatum, until=tot, rules=known_rules(rules))
    places = [(folder, name_of(folder)) for folder in existing_folders(folders or ("data",))]
    treat = mend if fix else show if diff else None
    report = Report.joined(treat(*place, judge) for place in places) if treat else _report(places, judge)
    if not diff:
        colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
        click.echo(render(report, name, colour=colour, quiet=quiet), nl=False)
    sys.exit(1 if report.fails(Severity(fail_on)) else 0)


def _report(places: list[tuple[Path, str]], judge: Callable[[Path, str], Report]) -> Report:
    """Judge every folder by itself, as many at once as there are processors."""
    from ketenhandboek.findings import Report

    if len(places) == 1:
        return judge(*places[0])
    from ketenhandboek.chain.load import national
    from ketenhandboek.crew import shared_out
    from ketenhandboek.rules.catalogue import catalogue

    # Before the processes part, so that each finds these done.
    national()
    catalogue()
    return Report.joined(shared_out(lambda place: judge(*place), places))


def _judged(
    folder: Path, shown: str, *, today: date, day: date | None, until: date | None, rules: Collection[str]
) -> Report:
    from ketenhandboek.chain.load import load_chain
    from ketenhandboek.rules.check import check as judge

    chain = load_chain(folder, today, day, until=until, shown=shown)
    if until and until < chain.day:
        raise Stop(f"--tot ({until}) ligt voor de peildatum ({chain.day}). Noem een latere dag.")
    report = judge(chain, rules)
    chain.forget()
    return report
