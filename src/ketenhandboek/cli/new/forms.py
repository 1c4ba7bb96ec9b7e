"""`keten new formulieren`."""

from __future__ import annotations

import click

from ketenhandboek.cli.new.files import write_new


@click.command("formulieren", options_metavar="[OPTIES]")
@click.option(
    "--forge",
    type=click.Choice(("forgejo", "github", "gitlab")),
    default="github",
    show_default=True,
    help="De site waar de bestanden van het handboek staan.",
)
def forms(forge: str) -> None:
    """Maak formulieren waarmee lezers een wijziging vragen."""
    from pathlib import Path

    from ketenhandboek.start.forms import form_files

    write_new(Path(), form_files(forge))
