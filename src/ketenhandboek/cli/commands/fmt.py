"""`keten fmt`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from ketenhandboek.cli.stop import Stop

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.layout.folder import Laid


@click.command("fmt")
@click.argument("names", nargs=-1, metavar="[MAP|BESTAND]...")
@click.option("--check", "only_look", is_flag=True, help="Schrijf niets; eindig met 1 als iets anders moet.")
def command(names: tuple[str, ...], only_look: bool) -> None:
    """Zet gegevens in de vaste opmaak: volgorde, aanhalingstekens, lijsten (standaard in data/).

    Opmerkingen met # blijven staan. Aan de gegevens zelf verandert niets.
    """
    unreadable, changed = 0, 0
    for laid in _files(names or ("data",)):
        for problem in laid.problems:
            span = problem.span
            click.echo(f"{span.file}:{span.line}:{span.column} {problem.message}", err=True)
        unreadable += bool(laid.problems)
        if laid.differs:
            changed += 1
            click.echo(f"{'Anders opmaken' if only_look else 'Opgemaakt'}: {laid.path}")
            if not only_look:
                _write(laid)
    if not changed and not unreadable:
        click.echo("Alles staat al in de vaste opmaak.")
    sys.exit(2 if unreadable else int(only_look and changed > 0))


def _files(names: tuple[str, ...]) -> Iterator[Laid]:
    from pathlib import Path

    from ketenhandboek.layout.folder import files_in

    for name in names:
        path = Path(name)
        if not path.exists():
            raise Stop(
                f"'{name}' bestaat niet. Noem een map met gegevens, zoals data, of een bestand daarin."
            )
        try:
            found = list(files_in(path))
        except LookupError:
            raise Stop(f"'{name}' hoort niet bij een regio: er staat geen regio.yaml boven.") from None
        if not found:
            raise Stop(f"In '{name}' staan geen gegevens van een regio.")
        yield from found


def _write(laid: Laid) -> None:
    try:
        laid.write()
    except OSError as error:
        raise Stop(f"Het bestand '{laid.path}' is niet te schrijven ({error.strerror}).") from None
