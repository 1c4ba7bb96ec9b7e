"""Questions in a terminal for what a new record can't do without: with examples, and the ids that exist."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.kinds.kind import Kind
    from ketenhandboek.start.draft import Given
    from ketenhandboek.start.fields import Field

_MOST_SHOWN = 8
_ALL = "?"


def ask(kind: Kind, values: Given, chain: Chain) -> None:
    """Ask one thing after the other and put the answers in `values`, until nothing is missing."""
    from ketenhandboek.start.fields import ID, needed

    # The id comes second: the first answer says what it may be.
    while missing := sorted(needed(kind, values), key=lambda field: field.path == ID and not values):
        values[missing[0].path] = _answer(kind, missing[0], values, chain)


def _answer(kind: Kind, field: Field, values: Given, chain: Chain) -> list[str]:
    from ketenhandboek.start.draft import complaints, proposal
    from ketenhandboek.start.fields import ID
    from ketenhandboek.start.record import taken

    options = _options(field, chain)
    usual = "onbekend" if field.may_be_unknown else proposal(kind, values) if field.path == ID else None
    click.echo("\n" + "\n".join(_explained(field, options)))
    while True:
        answer = click.prompt(field.schema["title"], default=usual).strip()
        if answer == _ALL:
            click.echo("\n".join(_listed(options)))
            continue
        parts = [part.strip() for part in answer.split(",")] if field.many else [answer]
        texts = [_meant(part, options) for part in parts if part]
        with_answer = {**values, field.path: texts}
        wrong = complaints(kind, field, with_answer, chain) if texts else ["Vul iets in."]
        if not wrong and field.path == ID:
            wrong = list(filter(None, [taken(kind, with_answer, chain)]))
        if not wrong:
            return texts
        click.echo("\n".join(wrong))


def _options(field: Field, chain: Chain) -> dict[str, str]:
    """What may be chosen, each with what it means; nothing for a text that is free."""
    from ketenhandboek.chain.choices import choices

    reference = field.one.get("x-ref")
    return choices(chain, reference) if reference else dict.fromkeys(field.words, "")


def _explained(field: Field, options: dict[str, str]) -> list[str]:
    lines = [field.schema["description"], f"Bijvoorbeeld: {field.example}"]
    if field.many:
        lines.append("Zijn het er meer? Zet er komma's tussen.")
    if options:
        short = len(options) <= _MOST_SHOWN
        lines += ["U kunt kiezen uit:", *_listed(options)] if short else [f"Alle keuzes zien? Typ {_ALL}"]
    return lines


def _listed(options: dict[str, str]) -> list[str]:
    return [f"  {text}" + (f" - {meaning}" if meaning else "") for text, meaning in options.items()]


def _meant(answer: str, options: dict[str, str]) -> str:
    """The option with this name, when the answer is a name; else the answer itself."""
    from ketenhandboek.slips import folded

    named = {folded(meaning.rpartition(" (")[0] or meaning): text for text, meaning in options.items()}
    return answer if answer in options else named.get(folded(answer), answer)
