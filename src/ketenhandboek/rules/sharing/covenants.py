"""GEG006 and GEG007: who talks about families is bound by a privacy covenant, and it is complete."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.findings import Problem, Question, Related, Severity
from ketenhandboek.kinds.agreement import Agreement
from ketenhandboek.rules.rule import Example, Rule
from ketenhandboek.rules.shared.gatherings import case_meetings, who_comes
from ketenhandboek.rules.shared.parties import party_line
from ketenhandboek.rules.shared.phrases import keeper
from ketenhandboek.rules.shared.standing import standing
from ketenhandboek.rules.texts.meetings import example_meeting
from ketenhandboek.values import UNKNOWN, Unknown
from ketenhandboek.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.kinds.meeting import Meeting

_COVENANT = """
    titel: Privacyconvenant Elsbroek
    soort: privacyconvenant
    stand: vastgesteld
    geldig:
      van: 2025-01-01
    gebied:
      - elsbroek
    themas:
      - alle
    beheer:
      beheerder: gemeente-elsbroek/beleidsambtenaar
      vastgesteld_door: regiegroep
      evaluatie:
        elke: 12 maanden
        laatste: 2025-12-01
    privacy:
      bewaartermijn: 5 jaar
      dpia: 2024-11
      contact: gemeente-elsbroek/beleidsambtenaar
"""
_SIGNED = """
    partijen:
      - partner: gemeente
        rol: uitvoerend
        getekend: 2024-12-10
        functie: wethouder
"""


class GEG006(Rule):
    """A partner is party itself, through its kind, or through one that it signs through or is part of."""

    severity = Severity.FOUT
    statement = "Elke deelnemer aan een casusoverleg is partij bij het privacyconvenant van dat overleg."
    why = (
        "In een casusoverleg komen persoonsgegevens op tafel. "
        "Wie niet heeft getekend, heeft ook niet beloofd om ze geheim te houden en op tijd te wissen."
    )
    remedy = (
        "Laat de deelnemer het privacyconvenant tekenen en zet hem bij 'partijen'. Of nodig hem niet uit."
    )
    needs = ("afspraak", "partner", "soort", "regio")
    good = (
        Example.of(
            "Het lokale team doet mee, en de gemeente tekende ook voor het lokale team",
            overleggen=example_meeting(deelnemers=("lokaal-team", "jeugdhulp-de-vlinder")),
        ),
    )
    bad = (
        Example.of(
            "De school zit aan tafel, maar tekende niet",
            overleggen=example_meeting(deelnemers=("lokaal-team", "onderwijs # hier")),
        ),
        Example.of(
            "Er is geen privacyconvenant",
            overleggen=example_meeting(id="gezinstafel # hier", privacyconvenant=""),
        ),
        Example.of(
            "Het convenant is er voor Elsbroek, maar het overleg ook voor Berkenrade",
            overleggen=example_meeting(
                deelnemers=("gemeente # hier",), privacyconvenant="convenant-elsbroek"
            ),
            afspraken__convenant_elsbroek=_COVENANT + _SIGNED,
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem | Question]:
        """Each line of each case meeting."""
        for meeting in case_meetings(chain):
            covenant = chain.records.of(Agreement).get(meeting.privacy_covenant or "")
            if covenant:
                yield from _participants(meeting, covenant, chain)
            elif meeting.privacy_covenant == UNKNOWN.value:
                question = f"Welk privacyconvenant geldt er voor {meeting.name}?"
                yield Question(meeting.place.at("privacyconvenant").span, question)
            elif meeting.privacy_covenant is None:
                message = (
                    f"In {meeting.name} praten partners over gezinnen, maar er is geen privacyconvenant. "
                    f"Noem het bij 'privacyconvenant'. Is het er niet? Maak het eerst."
                )
                yield Problem(meeting.place.span, message)


def _participants(meeting: Meeting, covenant: Agreement, chain: Chain) -> Iterator[Problem | Question]:
    for number, participant in enumerate(meeting.participants):
        place = meeting.place.at("deelnemers", number)
        if participant.name == UNKNOWN.value:
            yield Question(place.span, f"Wie doet er nog meer mee aan {meeting.name}?")
            continue
        partners = who_comes(participant, meeting, chain)
        unbound = [partner.name for partner in partners if party_line(partner, covenant, chain) is None]
        if unbound:
            related = Related(covenant.place.at("partijen").span, "hier staan de partijen van het convenant")
            yield Problem(place.span, _not_bound(unbound, meeting, covenant), (related,))


def _not_bound(names: list[str], meeting: Meeting, covenant: Agreement) -> str:
    who = listed(names)
    sit, are = ("zit", "is") if len(names) == 1 else ("zitten", "zijn")
    return (
        f"{who} {sit} aan tafel bij {meeting.name}, maar {are} geen partij bij '{covenant.title}'. "
        f"Laat {who} tekenen en zet dat bij 'partijen'."
    )


class GEG007(Rule):
    """Looks at agreements of the kind `privacyconvenant`."""

    severity = Severity.WAARSCHUWING
    statement = (
        "Een privacyconvenant noemt de bewaartermijn, de DPIA en het contact voor inwoners met vragen."
    )
    why = (
        "Een inwoner mag weten hoe lang zijn gegevens bewaard blijven en bij wie hij terechtkan. "
        "Uit een DPIA blijkt welke gevaren er zijn voor de privacy."
    )
    remedy = "Vul bij 'privacy' aan wat er nog niet staat. Weet u het nog niet? Schrijf 'onbekend'."
    good = (
        Example.of(
            "Alle drie staan erin",
            afspraken__convenant_elsbroek=_COVENANT,
        ),
    )
    bad = (
        Example.of(
            "Er staat niets over privacy in",
            afspraken__convenant_elsbroek=_COVENANT.partition("    privacy:")[0].replace(
                "Elsbroek\n", "Elsbroek # hier\n", 1
            ),
        ),
        Example.of(
            "De bewaartermijn en het contact staan erin, de DPIA niet",
            afspraken__convenant_elsbroek=_COVENANT.replace("      dpia: 2024-11\n", "").replace(
                "privacy:", "privacy: # hier"
            ),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem | Question]:
        """Each privacy covenant that counts."""
        for agreement, then in standing(chain):
            if agreement.kind == "privacyconvenant":
                yield from _complete(agreement, then)


def _complete(covenant: Agreement, chain: Chain) -> Iterator[Problem | Question]:
    privacy = covenant.privacy
    said = {
        "bewaartermijn": ("de bewaartermijn", privacy and privacy.retention),
        "dpia": ("de datum van de DPIA", privacy and privacy.impact_assessment),
        "contact": ("bij wie inwoners terechtkunnen", privacy and privacy.contact),
    }
    absent = [words for words, value in said.values() if value is None]
    for key, (words, value) in said.items():
        if isinstance(value, Unknown) or str(value) == UNKNOWN.value:
            question = f"Vul '{covenant.title}' aan: wat is {words}?"
            yield Question(covenant.place.at("privacy", key).span, question, keeper(chain, covenant))
    if absent:
        message = f"In '{covenant.title}' staat niet: {listed(absent)}. Vul dat aan bij 'privacy'."
        yield Problem(covenant.place.at("privacy").span, message)
