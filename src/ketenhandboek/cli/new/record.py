"""`keten new <kind>`: a new record, from options or from answers in a terminal."""

from __future__ import annotations

import sys
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from ketenhandboek.cli.options import existing_folder, name_of
from ketenhandboek.cli.stop import Stop

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.kinds.kind import Kind
    from ketenhandboek.start.draft import Given
    from ketenhandboek.start.fields import Field
    from ketenhandboek.start.record import Addition

_FOLDER = "folder"


def record_command(kind: Kind) -> click.Command:
    """The subcommand for a kind of record, with an option for every simple value in its schema."""
    from ketenhandboek.chain.folder import home
    from ketenhandboek.start.fields import ID, fields, needed, record_schema

    required = [field for field in needed(kind, ()) if field.path != ID and not field.may_be_unknown]
    told = record_schema(kind)["description"]
    where = click.Option(["--map", _FOLDER], default="data", show_default=True, help="Map van de regio.")
    return click.Command(
        kind.name,
        params=[where, *(_option(field, required) for field in fields(kind).values())],
        callback=partial(_make, kind),
        short_help=told,
        help=f"{told}\n\nKomt in {home(kind, 'ID')}. In een terminal vraagt de opdracht wat nog nodig is.",
        options_metavar="[OPTIES]",
    )


def _option(field: Field, required: list[Field]) -> click.Option:
    again = " Mag vaker." if field.many else ""
    mark = "Nodig. " if field in required else ""
    text = f"{mark}{field.schema['description']}{again} Bijvoorbeeld: {field.example}"
    return click.Option([f"--{field.name}", _variable(field)], multiple=True, metavar="TEKST", help=text)


def _variable(field: Field) -> str:
    return field.name.replace("-", "_") + "_"


def _make(kind: Kind, folder: str, **options: tuple[str, ...]) -> None:
    from ketenhandboek.chain.load import load_chain
    from ketenhandboek.cli.new.asking import ask
    from ketenhandboek.start.fields import fields

    place = existing_folder(folder)
    chain = load_chain(place, date.today())
    given = {field.path: options[_variable(field)] for field in fields(kind).values()}
    values: Given = {path: texts for path, texts in given.items() if texts}
    _require_sound(kind, values, chain)
    if sys.stdin.isatty():
        ask(kind, values, chain)
    else:
        _complete(kind, values)
    _write(_addition(kind, values, place, chain), place)
    _tell_what_is_left(chain, place)
    click.echo("\n".join(_what_may_follow(kind)))


def _require_sound(kind: Kind, values: Given, chain: Chain) -> None:
    from ketenhandboek.start.draft import complaints
    from ketenhandboek.start.fields import fields

    for path, texts in values.items():
        field = fields(kind)[path]
        if not field.many and len(texts) > 1:
            raise Stop(f"--{field.name} kan maar één keer.")
        wrong = complaints(kind, field, values, chain)
        if wrong:
            raise Stop(f"--{field.name}: {wrong[0]}")


def _complete(kind: Kind, values: Given) -> None:
    """Fill in what follows from other options. Stops when something else is still needed."""
    from ketenhandboek.start.draft import fill_in
    from ketenhandboek.start.fields import ID, needed

    fill_in(kind, values)
    missing = [
        f"--{field.name} (zoals '{field.example}')" for field in needed(kind, values) if field.path != ID
    ]
    if missing:
        raise Stop("\n  ".join(["Zeg ook:", *missing]))


def _addition(kind: Kind, values: Given, folder: Path, chain: Chain) -> Addition:
    from ketenhandboek.start.record import addition
    from ketenhandboek.start.region import StartError

    try:
        return addition(kind, values, folder, chain)
    except StartError as error:
        raise Stop(str(error)) from None


def _write(made: Addition, folder: Path) -> None:
    from ketenhandboek.mend.files import ChangedMeanwhileError

    try:
        made.write()
    except (ChangedMeanwhileError, FileExistsError):
        raise Stop(f"'{made.inside}' is intussen gewijzigd. Start de opdracht opnieuw.") from None
    click.echo(f"Dit staat nu in {name_of(folder / made.inside)}.")


def _tell_what_is_left(before: Chain, folder: Path) -> None:
    """Say what the check says now and did not say before."""
    from ketenhandboek.chain.load import load_chain

    known = set(_said(before))
    new = [f"- {said}" for said in _said(load_chain(folder, before.day, before.day)) if said not in known]
    click.echo("\n".join(["\nDit moet nog gebeuren.", *new] if new else []))


def _said(chain: Chain) -> list[str]:
    from ketenhandboek.rules.check import check

    report = check(chain)
    return [*(item.message for item in report.findings), *(item.question for item in report.unjudged)]


def _what_may_follow(kind: Kind) -> Iterator[str]:
    from ketenhandboek.start.fields import record_schema

    schema: dict[str, Any] = record_schema(kind)
    others = [name for name in schema["properties"] if name not in schema["required"]]
    yield f"In het bestand kan ook nog staan: {', '.join(others)}."
    yield f"Wat dat is, leest u in het handboek bij Gegevens, onder '{kind.name}'."
