"""`keten build`."""

from __future__ import annotations

from datetime import date

import click

from ketenhandboek.cli.options import existing_folder, reference_date
from ketenhandboek.cli.stop import Stop


@click.command("build")
@click.argument("folder", default="data", metavar="[MAP]")
@click.option("--out", default="site", show_default=True, help="Waar de site komt.")
@click.option("--config", default="mkdocs.yml", show_default=True, help="Instellingen van de site.")
@reference_date
def command(folder: str, out: str, config: str, peildatum: date | None) -> None:
    """Maak het handboek van de gegevens in MAP (standaard data/)."""
    from pathlib import Path

    from ketenhandboek.site.build import BuildError, build_site

    try:
        built = build_site(
            existing_folder(folder), Path(config), Path(out), today=date.today(), day=peildatum
        )
    except BuildError as error:
        raise Stop(str(error)) from None
    for warning in built.warnings:
        click.echo(f"Let op: {warning}", err=True)
    click.echo(f"Het handboek staat in {out}/index.html ({built.pages} pagina's).")
