"""Casus: a fictional example case, the test of the agreements."""

from __future__ import annotations

from ketenhandboek.kinds.build import Annotated, Item, Record, item, key, many, maybe
from ketenhandboek.kinds.kind import Kind
from ketenhandboek.values import Duration, Ref


@item
class Situation(Item):
    """Where, when, about what and for whom the case plays; the moment is `2026-03-07 03:00`, local time."""

    municipality: str = key("gemeente")
    moment: str = key("moment")
    themes: tuple[str, ...] = key("themas")
    target_groups: tuple[str, ...] = key("doelgroepen")


@item
class Start(Item):
    """Who begins, with which task."""

    partner: str = key("partner")
    task: str = key("taak")


@item
class Turn(Item):
    """The outcome that a task has in this case; `finished` is a moment, as in the situation."""

    task: str = key("taak")
    outcome: str = key("uitkomst")
    finished: str | None = maybe("klaar_op")
    confirmed: bool = key("bevestigd", True)


@item
class Narrowing(Item):
    """The situations to which an expectation is narrowed."""

    themes: tuple[str, ...] = many("themas")
    target_groups: tuple[str, ...] = many("doelgroepen")


@item
class Expectation(Annotated):
    """What must happen (`task`, or a `level` of escalation) or must not (`never`)."""

    task: str | None = maybe("taak")
    never: str | None = maybe("nooit")
    level: str | None = maybe("niveau")
    partner: Ref | None = maybe("partner")
    decides: Ref | None = maybe("beslist")
    within: Duration | None = maybe("binnen")
    since: Ref | None = maybe("vanaf")
    information: tuple[str, ...] = many("gegevens")
    after_previous: bool = key("daarna", False)
    only_for: Narrowing | None = maybe("voor")


@item
class Case(Record):
    """An example case; the file's name is its id."""

    title: str = key("titel")
    description: str | None = maybe("omschrijving")
    fictional: bool = key("fictief")
    situation: Situation = key("situatie")
    start: Start = key("begin")
    turns: tuple[Turn, ...] = many("verloop")
    expectations: tuple[Expectation, ...] = key("verwacht")


KIND = Kind("casus", "casussen", Case, "casussen/*.yaml")
