"""AFS004: an agreement is adopted and changed by whom it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.findings import Problem, Question, Related, Severity
from ketenhandboek.kinds.meeting import Meeting
from ketenhandboek.rules.rule import Example, Rule
from ketenhandboek.rules.shared.phrases import keeper
from ketenhandboek.rules.shared.standing import standing
from ketenhandboek.rules.texts.briefs import brief_agreement
from ketenhandboek.values import Day, Ref, Unknown
from ketenhandboek.wording import day_in_words, listed, upper_first

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.kinds.agreement import Agreement
    from ketenhandboek.kinds.agreement.governance import Change, Stewardship

_ADOPTED = "vastgesteld"
_BODY = """\
overleggen:
  - id: werkgroep-nacht
    naam: Werkgroep nacht
    soort: werkgroep
    voorzitter: gemeente-elsbroek/teammanager
    plaatsvervanger: gemeente-berkenrade/teammanager
    doel: De nachtopvang volgen.
"""
_KEPT = """
    geldig:
      van: 2025-01-01
    beheer:
      beheerder: werkgroep-nacht
      vastgesteld_door: regiegroep
      mag_wijzigen: regiegroep
      evaluatie:
        elke: 12 maanden
        laatste: 2025-12-01
"""
_CHANGE = """\
    wijzigingen:
      - op: 2025-06-01
        door: {}
        wat: Er zijn twee bedden bij gekomen.
"""


class AFS004(Rule):
    """Looks at who adopted what is adopted, and at every change so far.

    A body adopts only when it decides on something. A change may come from whoever may change the agreement
    or one of its annexes, from one that it came after, and where nobody is named from who adopted it.
    """

    severity = Severity.FOUT
    statement = (
        "Er staat wie een afspraak vaststelde. Dat kon die ook, en alleen wie mag wijzigen, heeft gewijzigd."
    )
    why = (
        "Een werkgroep die een afspraak van het bestuur aanpast, bindt niemand. "
        "In een meningsverschil beroept de een zich dan op de oude tekst en de ander op de nieuwe."
    )
    remedy = (
        "Noem bij 'vastgesteld_door' wie besliste. "
        "Laat een wijziging alsnog vaststellen door wie mag wijzigen, of pas 'mag_wijzigen' aan."
    )
    needs = ("overleg", "partner")
    good = (
        Example.of(
            "De regiegroep stelde vast en wijzigde ook",
            overleggen=_BODY,
            afspraken__nachtopvang=brief_agreement("Nachtopvang", _KEPT + _CHANGE.format("regiegroep")),
        ),
    )
    bad = (
        Example.of(
            "De werkgroep wijzigde, maar alleen de regiegroep mag dat",
            overleggen=_BODY,
            afspraken__nachtopvang=brief_agreement(
                "Nachtopvang", _KEPT + _CHANGE.format("werkgroep-nacht # hier")
            ),
        ),
        Example.of(
            "Er staat niet wie de afspraak vaststelde",
            overleggen=_BODY,
            afspraken__nachtopvang=brief_agreement(
                "Nachtopvang",
                _KEPT.replace("      vastgesteld_door: regiegroep\n", "").replace(
                    "beheer:", "beheer: # hier"
                ),
            ),
        ),
        Example.of(
            "De werkgroep stelde vast, maar die beslist nergens over",
            overleggen=_BODY,
            afspraken__nachtopvang=brief_agreement(
                "Nachtopvang",
                _KEPT.replace("vastgesteld_door: regiegroep", "vastgesteld_door: werkgroep-nacht # hier"),
            ),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem | Question]:
        """Each agreement that is adopted and not over."""
        for agreement, then in standing(chain):
            if agreement.stage == _ADOPTED:
                yield from _adoption(agreement, then)
                yield from _changes(agreement, then)


def _adoption(agreement: Agreement, chain: Chain) -> Iterator[Problem | Question]:
    adopter = agreement.stewardship.adopted_by if agreement.stewardship else None
    place = agreement.place.at("beheer", "vastgesteld_door")
    if adopter is None:
        message = f"Er staat niet wie '{agreement.title}' vaststelde. Noem dat bij 'vastgesteld_door'."
        yield Problem(place.span, message)
    elif isinstance(adopter, Unknown):
        yield Question(place.span, f"Wie stelde '{agreement.title}' vast?", keeper(chain, agreement))
    else:
        body = chain.records.of(Meeting).get(adopter.name)
        why = _why_not(body, agreement) if body else ""
        if body and why:
            message = f"{body.name} stelde '{agreement.title}' vast, maar {why}. Noem wie het echt besloot."
            yield Problem(place.span, message, (Related(body.place.span, f"hier staat {body.name}"),))


def _why_not(body: Meeting, agreement: Agreement) -> str:
    """Why a body could not have adopted an agreement; nothing when it could."""
    if not body.decides_on:
        return "bij dat overleg staat niet waarover het beslist"
    start, begun = agreement.valid.start, body.exists.start if body.exists else None
    if isinstance(start, Day) and isinstance(begun, Day) and begun.first > start.last:
        return f"dat overleg is er pas sinds {day_in_words(begun)}"
    return ""


def _changes(agreement: Agreement, chain: Chain) -> Iterator[Problem | Question]:
    done = [change for change in agreement.changes if change.on.first <= chain.day]
    stewardship = agreement.stewardship
    if not done or stewardship is None:
        return
    allowed = _allowed(agreement, stewardship)
    known = [ref for ref in allowed if isinstance(ref, Ref)]
    for change in done:
        if any(_covers(ref, change.by, chain) for ref in known):
            continue
        if len(known) < len(allowed) or not allowed:
            question = f"Mocht {chain.names.party(change.by)} '{agreement.title}' wijzigen?"
            yield Question(change.place.at("door").span, question, keeper(chain, agreement))
        else:
            yield _unauthorised(agreement, change, known, chain)


def _allowed(agreement: Agreement, stewardship: Stewardship) -> list[Ref | Unknown]:
    """Whoever may change the agreement or an annex; where nobody is named, whoever adopted it."""
    named = (stewardship.may_change, *(annex.may_change for annex in agreement.annexes))
    return [ref for ref in named if ref] or [ref for ref in (stewardship.adopted_by,) if ref]


def _covers(allowed: Ref, by: Ref, chain: Chain) -> bool:
    """Whether a change is by who may do it, or by a body that it came after."""
    if allowed.function and allowed.function != by.function:
        return False
    binding, bodies = chain.binding, chain.records.of(Meeting)
    name, seen = by.name, set[str]()
    while name and name not in seen:
        seen.add(name)
        meant = {partner.id for partner in binding.meant(name)}
        if name == allowed.name or (meant and meant <= {one.id for one in binding.meant(allowed.name)}):
            return True
        name = (bodies[name].succeeded_by or "") if name in bodies else ""
    return False


def _unauthorised(agreement: Agreement, change: Change, allowed: Iterable[Ref], chain: Chain) -> Problem:
    who = listed((chain.names.party(ref) for ref in dict.fromkeys(allowed)), "of")
    by = upper_first(chain.names.party(change.by))
    message = (
        f"{by} wijzigde '{agreement.title}' op {day_in_words(change.on)}, maar alleen {who} mag dat. "
        f"Laat de wijziging alsnog vaststellen door {who}."
    )
    place = agreement.place.at("beheer", "mag_wijzigen")
    related = Related(place.span, f"hier staat wie mag wijzigen: {who}")
    return Problem(change.place.at("door").span, message, (related,))
