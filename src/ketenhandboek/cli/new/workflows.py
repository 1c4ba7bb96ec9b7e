"""`keten new workflows`."""

from __future__ import annotations

from pathlib import Path

import click

from ketenhandboek.cli.new.files import write_new

_FORGES = ("forgejo", "github", "gitlab")


class Plain(click.ParamType[str]):
    """A text that means the same to YAML, to a shell and to every forge."""

    name = "tekst"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The text, or a usage error that names what can't stand in it."""
        text = str(value).strip()
        if not text or not text.isprintable() or set(text) & set('"\\$'):
            self.fail('Schrijf een tekst zonder ", \\ of $.', param, ctx)
        return text


@click.command("workflows", options_metavar="[OPTIES]")
@click.option("--forge", type=click.Choice(_FORGES), required=True, help="Waar de bestanden staan.")
@click.option(
    "--map",
    "region",
    default="data",
    type=Plain(),
    metavar="MAP",
    show_default=True,
    help="Map van de regio.",
)
@click.option("--pakket", type=Plain(), help="Wat pip installeert. Standaard precies deze versie.")
def workflows(forge: str, region: str, pakket: str | None) -> None:
    """Schrijf de werkstromen: controle, reactie onder een voorstel, handboek van elke nacht."""
    from ketenhandboek.start.workflows import NEXT, package, workflow_files

    write_new(Path(), workflow_files(forge, region, pakket or package()))
    click.echo("\n".join(["", "Dit doet u nog zelf:", *(f"- {step}" for step in NEXT[forge])]))
