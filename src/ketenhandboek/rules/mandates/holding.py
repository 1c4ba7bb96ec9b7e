"""MAN001: who uses the power of another has it in writing."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.chain.lifecycle import State
from ketenhandboek.findings import Problem, Question, Related, Severity
from ketenhandboek.kinds.partner import Partner
from ketenhandboek.kinds.power import Power
from ketenhandboek.rules.mandates.areas import Strayed, strayed
from ketenhandboek.rules.rule import Example, Rule
from ketenhandboek.rules.shared.phrases import as_sure_as, in_places
from ketenhandboek.rules.shared.standing import standing
from ketenhandboek.values import UNKNOWN, Day, Ref, Truth
from ketenhandboek.wording import in_words, lower_first, upper_first

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.elaboration import Line
    from ketenhandboek.kinds.agreement.lines import Mandate
    from ketenhandboek.source.document import Place
    from ketenhandboek.values import Unknown

_LOCAL = """
    titel: Huisverbod in Elsbroek
    soort: werkinstructie
    stand: vastgesteld
    geldig:
      van: 2025-02-01
    werkt_uit:
      - huisverbod
    gebied:
      - elsbroek
    themas:
      - alle
    beheer:
      beheerder: gemeente-elsbroek/beleidsambtenaar
      vastgesteld_door: gemeente-elsbroek/burgemeester
      mag_wijzigen: gemeente-elsbroek/burgemeester
      evaluatie:
        elke: 12 maanden
        laatste: 2025-12-01
    partijen:
      - partner: gemeente-elsbroek
        rol: uitvoerend
        getekend: 2025-01-15
        functie: burgemeester
    verantwoordelijkheden:
      - id: huisverbod-elsbroek
        taak: huisverbod-opleggen
        beslist: politie/hulpofficier
"""
MANDATE = """
    titel: Mandaat huisverbod Elsbroek
    soort: mandaatbesluit
    stand: vastgesteld
    geldig:
      van: 2025-01-01
    gebied:
      - elsbroek
    themas:
      - alle
    beheer:
      beheerder: gemeente-elsbroek/beleidsambtenaar
      vastgesteld_door: gemeente-elsbroek/burgemeester
      mag_wijzigen: gemeente-elsbroek/burgemeester
      evaluatie:
        elke: 12 maanden
        laatste: 2025-12-01
    partijen:
      - partner: gemeente-elsbroek
        rol: opdrachtgever
        getekend: 2024-12-10
        functie: burgemeester
    mandaten:
      - id: huisverbod-elsbroek
        bevoegdheid: huisverbod-opleggen
        van: gemeente-elsbroek/burgemeester
        aan: politie/hulpofficier
        gebied:
          - elsbroek
        geldig:
          van: 2025-01-01
        besluit: Mandaatbesluit huisverbod Elsbroek 2025
"""
_MARKED = f"{_LOCAL.rstrip()} # hier\n"


_ACTING = {"beslist": "decides", "eindverantwoordelijk": "accountable", "uitvoerders": "performers"}
"""The keys of a responsibility that name who acts, with their fields."""


class Granted(NamedTuple):
    """A mandate by one holder of a power, whether it holds, and the place that says so."""

    mandate: Mandate
    giver: Ref
    holds: Truth
    place: Place


class MAN001(Rule):
    """A power is mandated in writing."""

    severity = Severity.FOUT
    statement = (
        "Legt de hulpofficier van justitie een huisverbod op, dan is daarvoor in elke gemeente "
        "een schriftelijk mandaat van de burgemeester van kracht."
    )
    why = (
        "Het huisverbod is een bevoegdheid van de burgemeester zelf. "
        "Zonder mandaat is het besluit van de hulpofficier niet geldig. De pleger mag dan weer naar huis."
    )
    remedy = (
        "Leg het mandaat vast bij 'mandaten': van wie, aan wie, vanaf wanneer en met welk besluit. "
        "Tot die tijd beslist de burgemeester zelf."
    )
    needs = ("afspraak", "partner", "regio", "bevoegdheid")
    good = (
        Example.of(
            "Elke gemeente heeft een mandaat, ook Elsbroek",
            afspraken__mandaat_elsbroek=MANDATE,
            afspraken__huisverbod_elsbroek=_LOCAL,
        ),
    )
    bad = (
        Example.of(
            "Het mandaat van Elsbroek is afgelopen",
            afspraken__mandaat_elsbroek=MANDATE.replace(
                "          van: 2025-01-01\n", "          van: 2025-01-01\n          tot_en_met: 2025-12-31\n"
            ),
            afspraken__huisverbod_elsbroek=_MARKED,
        ),
        Example.of(
            "Het mandaat is er wel, maar het staat niet op papier",
            afspraken__mandaat_elsbroek=MANDATE.replace(
                "        besluit: Mandaatbesluit huisverbod Elsbroek 2025\n", ""
            ),
            afspraken__huisverbod_elsbroek=_MARKED,
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem | Question]:
        """Each line that leaves a power to whom it may be mandated, in each of its municipalities.

        Of a mandate for the wrong area another rule tells, so what is missed because of it is not told here.
        Then each mandate of which the decision is not known, also in a draft or when nobody uses it.
        """
        astray = list(strayed(chain))
        questions = list(_undecided(chain))
        for (line, power), municipalities in _used(chain, _by_task(chain)).items():
            given = list(_given(chain, power))
            granted = {here: list(_granted(chain, power, given, here)) for here in municipalities}
            without = [
                here
                for here in municipalities
                if all(item.holds is Truth.NO for item in granted[here])
                and not any(_explains(item, power, here) for item in astray)
            ]
            if without:
                yield as_sure_as(_missing(chain, line, power, granted, without), power)
            for items in granted.values():
                if not any(item.holds is Truth.YES for item in items):
                    questions += (_asked(chain, power, item) for item in items if item.holds is Truth.UNSURE)
        yield from dict.fromkeys(questions)


def _by_task(chain: Chain) -> dict[str, Power]:
    """The power that a task uses: the one that bears its name, or else the first that can be mandated."""
    found: dict[str, Power] = {}
    for power in chain.records.of(Power).values():
        if power.task and power.mandatable and power.receiver and chain.exists(power.valid):
            first = found.setdefault(power.task, power)
            found[power.task] = power if power.id == power.task else first
    return found


def _used(chain: Chain, powers: dict[str, Power]) -> dict[tuple[Line, Power], list[str]]:
    """The lines that leave a power to its receiver, with the municipalities where they hold."""
    found: dict[tuple[Line, Power], list[str]] = defaultdict(list)
    for municipality in chain.areas.municipalities:
        for line in chain.elaboration.in_municipality(municipality):
            power = powers.get(line.own.task)
            if power is not None and _place(chain, line, power) is not None:
                found[line, power].append(municipality)
    return found


def _place(chain: Chain, line: Line, power: Power) -> Place | None:
    """Where a line names the receiver of a power; in the elaborated line when it says nothing itself."""
    for key, field in _ACTING.items():
        holder = line
        while holder.base is not None and not getattr(holder.own, field):
            holder = holder.base
        value = getattr(holder.own, field)
        for position, who in enumerate(value if isinstance(value, tuple) else (value,)):
            if _is(chain, who, power.receiver):
                return holder.own.place.at(key, position)
    return None


def _is(chain: Chain, who: Ref | Unknown | None, meant: Ref | None) -> bool:
    """Whether a reference names a function of a kind, by the kind or by a partner of that kind."""
    if not isinstance(who, Ref) or meant is None or who.function != meant.function:
        return False
    partner = chain.records.of(Partner).get(who.name)
    return meant.name in (who.name, partner.kind if partner else None)


def _given(chain: Chain, power: Power) -> Iterator[tuple[Mandate, bool]]:
    """The mandates for this power, and whether it is sure that their agreement is in force."""
    for agreement in chain.lifecycle.in_force.values():
        sure = chain.lifecycle.states[agreement.id] is not State.UNSURE
        for mandate in agreement.mandates:
            if mandate.power == power.id and _is(chain, mandate.receiver, power.receiver):
                yield mandate, sure


def _granted(
    chain: Chain, power: Power, given: list[tuple[Mandate, bool]], municipality: str
) -> Iterator[Granted]:
    """Those of the holder in a municipality, whether they hold or not."""
    for mandate, sure in given:
        if municipality in chain.areas.of(mandate.areas):
            yield from _by_holder(chain, power, mandate, municipality, sure=sure)


def _undecided(chain: Chain) -> Iterator[Question]:
    """What to ask each holder of a power, of the first day on which a mandate can hold."""
    powers = chain.records.of(Power)
    for agreement, then in standing(chain):
        for mandate in agreement.mandates:
            power = powers.get(mandate.power)
            if power is not None and mandate.decision == UNKNOWN.value:
                day = chain.at(max(then.day, _first_day(power, then.day)))
                for here in then.areas.sorted(then.areas.of(mandate.areas)):
                    for item in _by_holder(then, power, mandate, here.id, sure=False):
                        yield _asked(day, power, item)


def _first_day(power: Power, otherwise: date) -> date:
    start = power.valid.start if power.valid else None
    return start.first if isinstance(start, Day) else otherwise


def _explains(astray: Strayed, power: Power, municipality: str) -> bool:
    """Whether a mandate for the wrong area is why this one has none: it is by its mayor, or for it."""
    own = astray.chain.binding.municipalities(astray.mandate.giver.name)
    return astray.mandate.power == power.id and municipality in own | astray.municipalities


def _by_holder(
    chain: Chain, power: Power, mandate: Mandate, municipality: str, *, sure: bool
) -> Iterator[Granted]:
    own = {partner.id for partner in chain.binding.in_municipality(power.holder.name, municipality)}
    for giver in chain.binding.in_municipality(mandate.giver.name, municipality):
        if giver.id in own and mandate.giver.function == power.holder.function:
            yield Granted(mandate, Ref(giver.id, mandate.giver.function), *_holds(chain, mandate, sure))


def _holds(chain: Chain, mandate: Mandate, sure: bool) -> tuple[Truth, Place]:
    """Whether a mandate is in force on the day, and the place that says so."""
    if mandate.decision is None:
        return Truth.NO, mandate.place
    valid = mandate.valid.period.contains(chain.day) if mandate.valid else Truth.YES
    if valid is not Truth.YES:
        return valid, mandate.place.at("geldig")
    if mandate.decision == UNKNOWN.value:
        return Truth.UNSURE, mandate.place.at("besluit")
    return Truth.YES if sure else Truth.UNSURE, mandate.place


def _missing(
    chain: Chain, line: Line, power: Power, granted: dict[str, list[Granted]], without: list[str]
) -> Problem:
    who = chain.names.party(power.receiver or power.holder)
    holder = chain.names.function(power.holder)
    message = (
        f"{upper_first(in_places(chain, without))} mag de {who} dit niet: {lower_first(power.name)}. "
        f"Er is op {in_words(chain.day)} geen schriftelijk mandaat van de {holder} van kracht. "
        f"Leg het mandaat vast bij 'mandaten', met het besluit, of noem hier de {holder}."
    )
    related = tuple(
        Related(item.place.span, f"dit mandaat van de {chain.names.party(item.giver)} telt niet")
        for here in without
        for item in granted[here]
    )
    place = _place(chain, line, power) or line.own.place
    return Problem(place.span, message, related, municipalities=frozenset(without))


def _asked(chain: Chain, power: Power, item: Granted) -> Question:
    giver = chain.names.party(item.giver)
    question = (
        f"Is op {in_words(chain.day)} een schriftelijk mandaat van de {giver} van kracht: "
        f"{lower_first(power.name)}? Met welk besluit, en vanaf wanneer?"
    )
    return Question(item.place.span, question, f"de {giver}")
