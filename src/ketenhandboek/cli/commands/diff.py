"""`keten diff`."""

from __future__ import annotations

from datetime import date

import click

from ketenhandboek.cli.options import reference_date
from ketenhandboek.cli.states import state

_FORMATS = ("json", "markdown", "text")


@click.command("diff", context_settings={"ignore_unknown_options": False})
@click.argument("old", required=False, metavar="[OUD]")
@click.argument("new", required=False, metavar="[NIEUW]")
@click.option(
    "--map", "region", default="data", metavar="MAP", show_default=True, help="De map van de regio."
)
@click.option(
    "--format",
    "name",
    type=click.Choice(_FORMATS),
    default="text",
    show_default=True,
    help="Vorm van de uitvoer.",
)
@reference_date
def command(old: str | None, new: str | None, region: str, name: str, peildatum: date | None) -> None:
    """Vertel wat er in betekenis verandert van OUD naar NIEUW.

    OUD en NIEUW zijn mappen, of versies die git kent: een tak, een label of een commit. Zonder OUD begint de
    vergelijking waar dit werk de hoofdtak verliet. Zonder NIEUW geldt de map zoals die nu is.
    """
    from ketenhandboek.chain.load import load_chain
    from ketenhandboek.changes.compare import compare
    from ketenhandboek.report.changes import render

    with state(new, region, base=False) as after, state(old, region, base=True) as before:
        chains = (load_chain(folder, date.today(), peildatum, shown="") for folder in (before, after))
        click.echo(render(compare(*chains), name), nl=False)
