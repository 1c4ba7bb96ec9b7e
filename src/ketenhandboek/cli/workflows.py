"""`keten new workflows`."""

from __future__ import annotations

import re
from pathlib import Path

import click

from ketenhandboek.cli.stop import Stop

_FORGES = ("forgejo", "github", "gitlab")
_PLAIN = re.compile(r"[^\x00-\x1f\x7f\"\\$]+")
"""What means the same to YAML, to a shell and to every forge."""


def _plain(_: click.Context, param: click.Parameter, value: str | None) -> str | None:
    if value is not None and not _PLAIN.fullmatch(value.strip()):
        raise Stop(f'Achter {param.opts[0]} mag geen ", \\ of $ staan, en er moet iets staan.')
    return value


@click.command("workflows", options_metavar="[OPTIES]")
@click.option("--forge", type=click.Choice(_FORGES), required=True, help="Waar de bestanden staan.")
@click.option("--map", "region", default="data", show_default=True, callback=_plain, help="Map van de regio.")
@click.option("--pakket", callback=_plain, help="Wat pip installeert. Standaard precies deze versie.")
def command(forge: str, region: str, pakket: str | None) -> None:
    """Schrijf de werkstromen: controle, reactie onder een voorstel, handboek van elke nacht."""
    from ketenhandboek.start.workflows import NEXT, ExistingError, package, write_workflows

    try:
        names = write_workflows(Path(), forge, region, pakket or package())
    except ExistingError as error:
        raise Stop(f"'{error}' bestaat al. Haal het weg of hernoem het, en probeer het opnieuw.") from None
    except OSError as error:
        raise Stop(f"'{error.filename}' is niet te schrijven ({error.strerror}).") from None
    click.echo("\n".join(["Gemaakt:", *(f"- {name}" for name in names), ""]))
    click.echo("\n".join(["Dit doet u nog zelf:", *(f"- {step}" for step in NEXT[forge])]))
