"""`keten new editor`."""

from __future__ import annotations

from datetime import date

import click

from ketenhandboek.cli.new.files import write_new
from ketenhandboek.cli.options import existing_folder, name_of
from ketenhandboek.cli.stop import Stop


@click.command("editor", options_metavar="[OPTIES]")
@click.option("--map", "folder_name", default="data", show_default=True, help="Map van de regio.")
def editor(folder_name: str) -> None:
    """Laat Visual Studio Code uitleg en keuzes tonen bij elk gegeven."""
    from pathlib import Path

    from ketenhandboek.chain.load import load_chain
    from ketenhandboek.export.files import export_files
    from ketenhandboek.site.tree import write_tree
    from ketenhandboek.start.editor import FOLDER, editor_files

    folder = existing_folder(folder_name)
    if not folder.resolve().is_relative_to(Path.cwd()):
        raise Stop(f"'{folder_name}' ligt niet in deze map. Ga eerst naar de map die u in de editor opent.")
    write_new(Path(), editor_files(name_of(folder)))
    write_tree(Path(FOLDER), export_files(load_chain(folder, date.today()), "schemas"), ())
    click.echo(
        f"De schema's staan in {FOLDER}/schema. Zijn er later namen bij gekomen? Geef de opdracht opnieuw."
    )
