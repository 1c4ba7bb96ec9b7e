"""`keten diff`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from ketenhandboek.cli.options import Address, reference_date
from ketenhandboek.cli.states import state
from ketenhandboek.cli.stop import Stop

if TYPE_CHECKING:
    from ketenhandboek.changes.pair import Pair
    from ketenhandboek.changes.values import Comparison

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
@click.option("--out", metavar="MAP", help="Schrijf hier een reactie, met tekeningen erbij.")
@click.option("--adres", "address", type=Address(), default="", help="Adres waar die map straks te lezen is.")
@click.option(
    "--voorbeeld", "preview", type=Address(), default="", help="Adres van het handboek met dit voorstel."
)
@reference_date
def command(
    old: str | None,
    new: str | None,
    region: str,
    name: str,
    out: str | None,
    address: str,
    preview: str,
    peildatum: date | None,
) -> None:
    """Vertel wat er in betekenis verandert van OUD naar NIEUW.

    OUD en NIEUW zijn mappen, of versies die git kent: een tak, een label of een commit. Zonder OUD begint de
    vergelijking waar dit werk de hoofdtak verliet. Zonder NIEUW geldt de map zoals die nu is.
    """
    from ketenhandboek.chain.load import load_chain
    from ketenhandboek.changes.compare import compared, paired
    from ketenhandboek.report.changes import render

    if out is None and (address or preview):
        raise Stop("Noem met --out ook de map waarin de reactie komt.")
    with state(new, region, base=False) as after, state(old, region, base=True) as before:
        chains = (load_chain(folder, date.today(), peildatum, shown="") for folder in (before, after))
        pair = paired(*chains)
        comparison = compared(pair)
        if out is not None:
            _write(out, comparison, pair, address, preview)
        click.echo(render(comparison, name), nl=False)


def _write(out: str, comparison: Comparison, pair: Pair, address: str, preview: str) -> None:
    import tempfile
    from pathlib import Path

    from ketenhandboek.graphs.pictures import Studio
    from ketenhandboek.report.changes.comment import comment_files
    from ketenhandboek.site.tree import write_tree

    if not out.strip():
        raise Stop("Achter --out staat niets. Noem een map, zoals reactie.")
    with tempfile.TemporaryDirectory(prefix="keten-") as cache, Studio(Path(cache)) as studio:
        files = comment_files(comparison, pair, studio, address=address, preview=preview)
    try:
        write_tree(Path(out), files, ())
    except OSError as error:
        raise Stop(f"In '{out}' is niet te schrijven ({error.strerror}).") from None
