"""A case at the terminal: the steps under each other with their agreement, then what was expected."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from ketenhandboek.chain.cases.script import told_moment
from ketenhandboek.chain.cases.values import Time
from ketenhandboek.chain.cases.verdicts import Result, place_of
from ketenhandboek.chain.cases.words import moment_in_words
from ketenhandboek.story.expecting import expected
from ketenhandboek.story.telling import expectations, steps
from ketenhandboek.wording import listed, lower_first, upper_first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.cases.played import Played
    from ketenhandboek.chain.names import Names
    from ketenhandboek.findings import Span
    from ketenhandboek.story.telling import Judged, Told

SIGNS = {
    Result.HOLDS: ("✓", "32"),
    Result.BROKEN: ("✗", "31"),
    Result.ASKED: ("?", "33"),
    Result.UNTOLD: ("?", "33"),
    Result.ELSEWHERE: ("-", "2"),
}
_WIDTH = 100


def render(played: Played, *, colour: bool = False) -> str:
    """The whole story; text from records can't steer the terminal."""
    blocks = [
        "\n".join(_head(played)),
        *("\n".join(_step(told, played.chain.names)) for told in steps(played)),
        *(f"✗ {_where(hurdle.span)} {hurdle.message}" for hurdle in played.hurdles),
    ]
    if not played.runs and not played.hurdles:
        blocks.append("Deze casus is niet te spelen. Kijk met 'keten check' wat eraan mankeert.")
    judged = list(expectations(played)) if played.runs else []
    if judged:
        lines = [line for item in judged for line in _expectation(item, played.chain.names, colour=colour)]
        blocks.append("\n".join(["Wat de casus verwacht:", *lines]))
    return "\n\n".join(blocks) + "\n"


def plain(text: str) -> str:
    """Text on one line, without signs that could steer a terminal."""
    return "".join(sign if sign.isprintable() else " " for sign in " ".join(text.split()))


def _head(played: Played) -> Iterator[str]:
    where, names = played.case.situation, played.chain.names
    yield plain(played.case.title)
    moment = moment_in_words(Time(told_moment(where.moment)))
    yield plain(f"{names.of('gemeente', where.municipality)}, {moment}")
    themes = listed(lower_first(names.of("thema", theme)) for theme in where.themes)
    groups = listed(lower_first(names.of("doelgroep", group)) for group in where.target_groups)
    yield plain(f"{upper_first(themes)}, voor {groups}. Deze casus is verzonnen.")


def _step(told: Told, names: Names) -> Iterator[str]:
    step = told.step
    whom = f" ({told.whom})" if told.whom else ""
    yield plain(f"{upper_first(told.when)}{whom}")
    who = names.parties(step.partners) or "nog niet bekend wie"
    yield "  " + plain(f"{names.of('taak', step.task)}: {who}")
    for label, said in told.facts:
        yield from wrap(plain(f"{label}: {said}"), _WIDTH, initial_indent="    ", subsequent_indent="      ")
    yield "    " + plain(f"Afspraak: {step.line.agreement.title}")
    yield "    " + plain(_where(step.line.own.place.span))
    for ending in told.endings:
        yield "    → " + plain(ending)


def _expectation(item: Judged, names: Names, *, colour: bool) -> Iterator[str]:
    sign, code = SIGNS[item.result]
    shown = f"\x1b[{code}m{sign}\x1b[0m" if colour else sign
    yield f"  {shown} {plain(expected(item.expectation, names))}: {item.result.value}"
    for said in item.said:
        yield from wrap(plain(said), _WIDTH, initial_indent="      ", subsequent_indent="      ")
    if item.result is not Result.HOLDS and item.said:
        yield "      " + plain(f"zie {_where(place_of(item.expectation).span)}")


def _where(span: Span) -> str:
    return f"{span.file}:{span.line}"
