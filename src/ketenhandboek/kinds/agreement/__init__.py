"""Afspraak: an agreement between partners, one file each."""

from __future__ import annotations

from ketenhandboek.kinds.agreement.escalation import EscalationRoute
from ketenhandboek.kinds.agreement.governance import Annex, Change, Party, Pilot, Privacy, Stewardship
from ketenhandboek.kinds.agreement.lines import Cited, Flow, Mandate, OwnTerm, Responsibility
from ketenhandboek.kinds.build import Record, item, key, many, maybe
from ketenhandboek.kinds.kind import Kind
from ketenhandboek.kinds.parts import Validity
from ketenhandboek.values import Day


@item
class Agreement(Record):
    """An agreement; the file's name is its id. Whether it is in force is computed, see `chain.lifecycle`."""

    title: str = key("titel")
    kind: str = key("soort")
    stage: str = key("stand")
    summary: str | None = maybe("samenvatting")
    explanation: str | None = maybe("toelichting")
    valid: Validity = key("geldig")
    replaces: tuple[str, ...] = many("vervangt")
    elaborates: tuple[str, ...] = many("werkt_uit")
    norms: tuple[Cited, ...] = many("normen")
    asks_local_instruction: bool = key("vraagt_lokale_uitwerking", False)
    compulsory_for: tuple[str, ...] = many("verplicht_voor")
    areas: tuple[str, ...] = key("gebied")
    themes: tuple[str, ...] = key("themas")
    stewardship: Stewardship | None = maybe("beheer")
    parties: tuple[Party, ...] = many("partijen")
    responsibilities: tuple[Responsibility, ...] = many("verantwoordelijkheden")
    flows: tuple[Flow, ...] = many("gegevensstromen")
    escalation_routes: tuple[EscalationRoute, ...] = many("escalatieroutes")
    mandates: tuple[Mandate, ...] = many("mandaten")
    terms: tuple[OwnTerm, ...] = many("begrippen")
    privacy: Privacy | None = maybe("privacy")
    pilot: Pilot | None = maybe("pilot")
    withdrawn_on: Day | None = maybe("ingetrokken_op")
    changes: tuple[Change, ...] = many("wijzigingen")
    annexes: tuple[Annex, ...] = many("bijlagen")
    signed_text: str | None = maybe("getekende_tekst")


KIND = Kind("afspraak", "afspraken", Agreement, "afspraken/*.yaml")
