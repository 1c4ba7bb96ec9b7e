"""Who signed an agreement, who keeps it, and how it may change."""

from __future__ import annotations

from ketenhandboek.kinds.build import Annotated, Item, item, key, many, maybe
from ketenhandboek.values import Day, Duration, Ref, Unknown


@item
class Evaluation(Annotated):
    """How often the agreement is evaluated, and when that was done last."""

    every: Duration | Unknown = key("elke")
    last: Day | Unknown | None = maybe("laatste")


@item
class Stewardship(Annotated):
    """Who keeps the agreement, who adopted it and who may change it: a partner's function or a body."""

    keeper: Ref | Unknown = key("beheerder")
    adopted_by: Ref | Unknown | None = maybe("vastgesteld_door")
    may_change: Ref | Unknown | None = maybe("mag_wijzigen")
    evaluation: Evaluation | None = maybe("evaluatie")


@item
class Party(Annotated):
    """A partner, or every partner of a kind, as party to the agreement."""

    partner: str = key("partner")
    role: str = key("rol")
    signed: Day | Unknown | None = maybe("getekend")
    function: str | None = maybe("functie")


@item
class Privacy(Annotated):
    """What a covenant says about personal data."""

    retention: Duration | Unknown | None = maybe("bewaartermijn")
    impact_assessment: Day | Unknown | None = maybe("dpia")
    contact: Ref | Unknown | None = maybe("contact")


@item
class Pilot(Annotated):
    """A trial: who decides about it, what was decided and when."""

    decided_by: Ref | Unknown | None = maybe("besluit_door")
    decision: str | None = maybe("besluit")
    decided_on: Day | Unknown | None = maybe("besloten_op")


@item
class Change(Item):
    """A change to the agreement: when, by whom, what."""

    on: Day = key("op")
    by: Ref = key("door")
    what: str = key("wat")


@item
class Annex(Annotated):
    """An annex with its own rule for who may change it."""

    id: str = key("id")
    title: str = key("titel")
    may_change: Ref | Unknown | None = maybe("mag_wijzigen")
    covers: tuple[str, ...] = many("gaat_over")
