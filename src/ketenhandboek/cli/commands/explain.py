"""`keten explain`."""

from __future__ import annotations

import click

from ketenhandboek.cli.options import known_rules


@click.command("explain")
@click.argument("code", metavar="REGEL")
def command(code: str) -> None:
    """Leg een regel uit, met voorbeelden van goed en fout."""
    from ketenhandboek.rules.explanation import explanation

    (known,) = known_rules((code,))
    click.echo(explanation(known), nl=False)
