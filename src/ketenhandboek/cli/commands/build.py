"""`keten build`."""

from __future__ import annotations

from datetime import date

import click

from ketenhandboek.cli.options import existing_folder, reference_date
from ketenhandboek.cli.stop import Stop


@click.command("build")
@click.argument("folder", default="data", metavar="[MAP]")
@click.option("--out", default="site", metavar="MAP", show_default=True, help="Waar de site komt.")
@click.option(
    "--config",
    metavar="BESTAND",
    help="Instellingen van de site; standaard mkdocs.yml hier of boven MAP, anders die van het programma.",
)
@click.option("--formulier", is_flag=True, help="Met een formulier om te wijzigen; daarvoor is npm nodig.")
@reference_date
def command(folder: str, out: str, config: str | None, formulier: bool, peildatum: date | None) -> None:
    """Maak het handboek van de gegevens in MAP (standaard data/)."""
    from pathlib import Path

    from ketenhandboek.site.build import build_site
    from ketenhandboek.site.settings import find_settings
    from ketenhandboek.site.trouble import BuildError

    if not out.strip():
        raise Stop("Achter --out staat niets. Noem de map voor het handboek, zoals site.")
    _end_as_with_ctrl_c()
    records = existing_folder(folder)
    settings = find_settings(records) if config is None else Path(config)
    try:
        built = build_site(records, settings, Path(out), today=date.today(), day=peildatum, form=formulier)
    except BuildError as error:
        raise Stop(str(error)) from None
    for warning in built.warnings:
        click.echo(f"Let op: {warning}", err=True)
    click.echo(f"Het handboek staat in {Path(out) / 'index.html'} ({built.pages} pagina's).")


def _end_as_with_ctrl_c() -> None:
    """Clean up as well when the machine asks the command to end."""
    import signal

    signal.signal(signal.SIGTERM, signal.default_int_handler)
