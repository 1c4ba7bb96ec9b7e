"""`keten teken`."""

from __future__ import annotations

import click

from ketenhandboek.cli.options import existing_folder
from ketenhandboek.cli.stop import Stop


@click.command("teken")
@click.argument("names", nargs=-1, required=True, metavar="AFSPRAAK...")
@click.option(
    "--map", "region", default="data", metavar="MAP", show_default=True, help="De map van de regio."
)
def command(names: tuple[str, ...], region: str) -> None:
    """Leg vast welke tekst van AFSPRAAK de partijen tekenden.

    AFSPRAAK is de naam van het bestand zonder .yaml. Verandert daarna iets dat partijen bindt, dan zegt de
    controle dat zij opnieuw moeten tekenen.
    """
    from ketenhandboek.changes.seal import SealError, sealed

    folder = existing_folder(region) / "afspraken"
    for name in names:
        path = folder / f"{name}.yaml"
        if path.parent != folder or not path.is_file():
            raise Stop(_unknown(name, sorted(item.stem for item in folder.glob("*.yaml"))))
        try:
            text = sealed(path.read_bytes(), path.as_posix())
        except SealError as error:
            raise Stop(str(error)) from None
        if text is None:
            click.echo(f"De vastgelegde tekst van '{name}' klopt al.")
        else:
            path.write_bytes(text)
            click.echo(f"De tekst van '{name}' is vastgelegd.")


def _unknown(name: str, known: list[str]) -> str:
    from ketenhandboek.wording import did_you_mean

    return f"Er is geen afspraak '{name}'.{did_you_mean(name, known)}"
