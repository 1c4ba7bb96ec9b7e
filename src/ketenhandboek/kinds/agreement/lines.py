"""The lines of an agreement: who does what, who shares what, who may act for whom."""

from __future__ import annotations

from ketenhandboek.kinds.build import Annotated, Item, item, key, many, maybe
from ketenhandboek.kinds.parts import AppliesTo, Deadline, Validity
from ketenhandboek.values import Duration, Ref, Unknown


@item
class Handover(Item):
    """How the next party takes over: within which time it confirms, and what if it does not."""

    confirmed_within: Duration | Unknown = key("bevestigt_binnen")
    otherwise: str | None = maybe("lukt_dat_niet")
    coordination: str | None = maybe("coordinatie")


@item
class Next(Annotated):
    """What follows on an outcome of the task; `task` is a task or `einde`."""

    outcome: str | None = maybe("als")
    task: str = key("naar")
    within: Duration | Unknown | None = maybe("binnen")
    handover: Handover | None = maybe("overdracht")


@item
class Feedback(Annotated):
    """To whom the result is told, within how long after the end of the task."""

    to: Ref = key("aan")
    within: Duration | Unknown = key("binnen")


@item
class Precondition(Annotated):
    """What must be done or true before the task may start."""

    task: str = key("taak")
    condition: str | None = maybe("voorwaarde")


@item
class Cited(Annotated):
    """A law or norm on which an agreement, or one of its lines, rests."""

    norm: str = key("norm")


@item
class Responsibility(Annotated):
    """Who is accountable for a task, who carries it out, within which time, and what comes next."""

    id: str = key("id")
    task: str = key("taak")
    explanation: str | None = maybe("toelichting")
    accountable: Ref | Unknown | None = maybe("eindverantwoordelijk")
    performers: tuple[Ref, ...] = many("uitvoerders")
    decides: Ref | Unknown | None = maybe("beslist")
    consults: tuple[Ref, ...] = many("raadpleegt")
    informs: tuple[Ref, ...] = many("informeert")
    commissioned_by: Ref | None = maybe("in_opdracht_van")
    applies_to: AppliesTo | None = maybe("geldt_voor")
    deadline: Deadline | None = maybe("termijn")
    method: str | None = maybe("methode")
    norms: tuple[Cited, ...] = many("normen")
    safety_sight: bool | Unknown = key("zicht_op_veiligheid", False)
    coordination: bool | Unknown = key("coordinatie", False)
    preconditions: tuple[Precondition, ...] = many("vooraf")
    next: tuple[Next, ...] = many("daarna")
    feedback: Feedback | None = maybe("terugkoppeling")
    left_to_local: tuple[str, ...] = many("lokaal_in_te_vullen")
    difference: str | None = maybe("afwijking")


@item
class Flow(Annotated):
    """Information that one partner gives another, on which ground."""

    id: str = key("id")
    name: str | None = maybe("naam")
    sender: Ref = key("van")
    receiver: Ref = key("naar")
    task: str | None = maybe("bij")
    data_kinds: tuple[str, ...] = key("gegevens")
    extent: str | None = maybe("omvang")
    criterion: str | None = maybe("criterium")
    mutual: bool = key("wederkerig", False)
    grounds: tuple[str, ...] = many("grondslagen")
    decision: str | None = maybe("besluit")
    applies_to: AppliesTo | None = maybe("geldt_voor")


@item
class Mandate(Annotated):
    """A power that its holder lets another use in its name."""

    id: str = key("id")
    power: str = key("bevoegdheid")
    giver: Ref = key("van")
    receiver: Ref = key("aan")
    areas: tuple[str, ...] = key("gebied")
    valid: Validity | None = maybe("geldig")
    decision: str | None = maybe("besluit")


@item
class OwnTerm(Annotated):
    """A meaning that the agreement itself gives to a term."""

    term: str = key("begrip")
    meaning: str = key("betekenis")
