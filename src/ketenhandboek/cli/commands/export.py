"""`keten export`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from ketenhandboek.cli.options import existing_folder, reference_date
from ketenhandboek.cli.stop import Stop

if TYPE_CHECKING:
    from pathlib import Path

_FORMS = ("csv", "dot", "graphml", "ics", "json", "schemas")
_WHOLE = ("pdf", "zip")


@click.command("export")
@click.argument("form", type=click.Choice((*_FORMS, *_WHOLE)), metavar="VORM")
@click.argument("folder", default="data", metavar="[MAP]")
@click.option("--out", default="export", metavar="MAP", show_default=True, help="Waar de bestanden komen.")
@click.option("--config", metavar="BESTAND", help="Voor zip en pdf: instellingen van de site, als bij build.")
@reference_date
def command(form: str, folder: str, out: str, config: str | None, peildatum: date | None) -> None:
    """Zet de gegevens in MAP (standaard data/) om in een andere vorm.

    VORM is csv, dot, graphml, ics, json, schemas, pdf of zip.
    """
    from pathlib import Path

    if not out.strip():
        raise Stop("Achter --out staat niets. Noem een map, zoals export.")
    records = existing_folder(folder)
    if form in _WHOLE:
        settings = None if config is None else Path(config)
        click.echo(f"Klaar: {_take(form, records, settings, Path(out), peildatum)}.")
    else:
        count = _write(form, records, Path(out), peildatum)
        click.echo(f"In {out} staan nu {count} bestanden." if count != 1 else f"In {out} staat nu 1 bestand.")


def _write(form: str, records: Path, out: Path, day: date | None) -> int:
    from ketenhandboek.chain.load import load_chain
    from ketenhandboek.export.files import export_files
    from ketenhandboek.site.tree import write_tree

    files = export_files(load_chain(records, date.today(), day), form)
    write_tree(out, files, ())
    return len(files)


def _take(form: str, records: Path, config: Path | None, out: Path, day: date | None) -> Path:
    from ketenhandboek.site.settings import find_settings
    from ketenhandboek.site.take import take_pdf, take_zip
    from ketenhandboek.site.trouble import BuildError

    take = take_zip if form == "zip" else take_pdf
    try:
        return take(records, config or find_settings(records), out, today=date.today(), day=day)
    except BuildError as error:
        raise Stop(str(error)) from None
