"""`keten new`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from ketenhandboek.cli.new.editor import editor
from ketenhandboek.cli.new.forms import forms
from ketenhandboek.cli.new.group import New
from ketenhandboek.cli.new.workflows import workflows
from ketenhandboek.cli.options import existing_folder
from ketenhandboek.cli.stop import Stop

if TYPE_CHECKING:
    from pathlib import Path


@click.group("new", cls=New, options_metavar="[OPTIES]", subcommand_metavar="WAT")
def command() -> None:
    """Begin iets nieuws."""


command.add_command(editor)
command.add_command(forms)
command.add_command(workflows)


@command.command("region", options_metavar="[OPTIES]")
@click.argument("name", metavar="NAAM")
@click.option("--map", "folder_name", default="data", show_default=True, help="Map waarin de regio komt.")
@click.option("--gemeente", "names", multiple=True, help="Naam of code van een gemeente. Mag vaker.")
@click.option("--van", "source", help="Map met een regio of voorbeeld om van te beginnen.")
def region(name: str, folder_name: str, names: tuple[str, ...], source: str | None) -> None:
    """Maak een map voor een nieuwe regio, en zeg wat er nog moet gebeuren."""
    from ketenhandboek.chain.load import load_chain
    from ketenhandboek.rules.check import check
    from ketenhandboek.start.todo import todo

    if names and source:
        raise Stop(
            "Kies: noem de gemeenten met --gemeente, of begin van een andere regio met --van. Niet allebei."
        )
    if not names and not source:
        raise Stop("Noem de gemeenten met --gemeente, of een regio om van te beginnen met --van.")
    folder = _free(folder_name)
    _write(folder, " ".join(name.split()), names, source)
    click.echo(f"De regio staat in {folder_name}. Dit moet nog gebeuren.")
    chain = load_chain(folder, date.today())
    for step, said in todo(chain, check(chain)).items():
        click.echo("\n".join(["", step, *(f"- {line}" for line in said)]))
    click.echo(f"\nUitleg en keuzes in Visual Studio Code? Dat doet 'keten new editor --map {folder_name}'.")


def _free(name: str) -> Path:
    """The folder, which has nothing in it yet. Stops when it has."""
    from pathlib import Path

    folder = Path(name)
    if folder.is_file():
        raise Stop(f"'{name}' is een bestand. Kies met --map een map die leeg is of nog niet bestaat.")
    if folder.exists() and any(folder.iterdir()):
        raise Stop(f"'{name}' bestaat al en is niet leeg. Kies met --map een andere map.")
    return folder


def _write(folder: Path, name: str, names: tuple[str, ...], source: str | None) -> None:
    from ketenhandboek.start.region import StartError, municipalities, write_copy, write_empty

    try:
        if source:
            write_copy(folder, name, existing_folder(source))
        else:
            write_empty(folder, name, municipalities(names))
    except StartError as error:
        raise Stop(str(error)) from None
