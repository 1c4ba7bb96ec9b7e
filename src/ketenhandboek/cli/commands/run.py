"""`keten run`."""

from __future__ import annotations

import os
import sys
from datetime import date
from typing import TYPE_CHECKING

import click

from ketenhandboek.cli.options import existing_folder, reference_date
from ketenhandboek.cli.stop import Stop

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ketenhandboek.chain.chain import Chain


@click.command("run")
@click.argument("case", metavar="CASUS")
@click.argument("folder", default="data", metavar="[MAP]")
@click.option(
    "--format",
    "name",
    type=click.Choice(("json", "text")),
    default="text",
    show_default=True,
    help="Vorm van de uitvoer.",
)
@reference_date
def command(case: str, folder: str, name: str, peildatum: date | None) -> None:
    """Speel een voorbeeldcasus uit MAP (standaard data/): wat gebeurt er, wie doet het, en wanneer?

    CASUS is de naam van de casus, of het bestand.

    Uitgang 0: alles loopt zoals verwacht. 1: iets loopt anders, of de casus is niet te spelen.
    2: de opdracht kon haar werk niet doen.
    """
    from ketenhandboek.chain.cases.verdicts import Result
    from ketenhandboek.chain.load import load_chain
    from ketenhandboek.story import json, text

    chain = load_chain(existing_folder(folder), date.today(), peildatum)
    played = chain.cases.played[_known(case, chain)]
    colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    click.echo((json if name == "json" else text).render(played, colour=colour), nl=False)
    broken = any(verdict.result is Result.BROKEN for run in played.verdicts for verdict in run)
    sys.exit(1 if broken or played.hurdles or not played.runs else 0)


def _known(case: str, chain: Chain) -> str:
    """The id of a case that is named by its id or its file. Stops when there is none, or it can't be used."""
    from pathlib import PurePath

    from ketenhandboek.kinds.case import Case
    from ketenhandboek.wording import did_you_mean

    cases: Mapping[str, Case] = chain.records.of(Case)
    id_ = PurePath(case).name.removesuffix(".yaml").removesuffix(".yml")
    if id_ in cases:
        return id_
    unread = (problem.span.file for problem in (*chain.records.unreadable, *chain.records.misfits))
    if any(file.endswith(f"casussen/{id_}.yaml") for file in unread):
        raise Stop(f"De casus '{id_}' is niet te lezen. Kijk met 'keten check' wat eraan mankeert.")
    hint = did_you_mean(id_, cases) or (" De regio heeft nog geen casussen." if not cases else "")
    raise Stop(f"Er is geen casus '{id_}'.{hint}")
