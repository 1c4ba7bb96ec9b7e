"""OVL002 and OVL004: what a meeting is for, and whether those who must be there are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.findings import Problem, Question, Severity
from ketenhandboek.kinds.task import Task
from ketenhandboek.rules.rule import Example, Rule
from ketenhandboek.rules.shared.gatherings import (
    case_meetings,
    discusses_cases,
    meeting_area,
    meetings,
    who_comes,
)
from ketenhandboek.rules.shared.phrases import but_only_in
from ketenhandboek.rules.texts.meetings import example_meeting
from ketenhandboek.values import UNKNOWN, Ref
from ketenhandboek.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.kinds.meeting import Meeting
    from ketenhandboek.kinds.partner import Partner

HELP, CRIMINAL_LAW = "hulp", "strafrecht"
_CORE = ("politie", "openbaar-ministerie")
_LINKED = """\
    verbonden_met:
      - overleg: casusoverleg-{}
        via: de voorzitters bellen elke week
"""


class OVL002(Rule):
    """A case meeting needs all four; a body only a purpose, because it may stand at the top."""

    severity = Severity.WAARSCHUWING
    statement = (
        "Een overleg heeft een doel, en een casusoverleg ook aanmeldcriteria, besluiten en een overleg "
        "waaraan het verslag doet."
    )
    why = (
        "Zonder doel en criteria komt elke zaak op tafel, of juist geen. "
        "Doet een overleg nergens verslag, dan stuurt niemand bij als het niet werkt."
    )
    remedy = "Vul bij het overleg aan wat er nog niet staat."
    good = (Example.of("Een casusoverleg met alle vier", overleggen=example_meeting()),)
    bad = (
        Example.of(
            "Er staat niet waarover het overleg beslist",
            overleggen=example_meeting(id="gezinstafel # hier", beslist_over=""),
        ),
        Example.of(
            "Niemand stuurt het overleg: het doet nergens verslag",
            overleggen=example_meeting(id="gezinstafel # hier", rapporteert_aan=""),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem | Question]:
        """Each meeting that exists on the day."""
        for meeting in meetings(chain):
            absent = list(_absent(meeting, case_meeting=discusses_cases(meeting, chain)))
            if absent:
                keys = listed(f"'{key}'" for key, _ in absent)
                said = listed(words for _, words in absent)
                message = f"Bij {meeting.name} staat niet {said}. Vul dat aan bij {keys}."
                yield Problem(meeting.place.span, message)
            yield from _unrecorded(meeting)


def _absent(meeting: Meeting, *, case_meeting: bool) -> Iterator[tuple[str, str]]:
    """The keys that are left out, with what they would say."""
    if not meeting.purpose:
        yield "doel", "waarvoor het er is"
    if case_meeting and not meeting.entry_criteria:
        yield "aanmeldcriteria", "wanneer u een gezin aanmeldt"
    if case_meeting and not meeting.decides_on:
        yield "beslist_over", "waarover het beslist"
    if case_meeting and not meeting.reports_to:
        yield "rapporteert_aan", "aan welk overleg het verslag doet"


def _unrecorded(meeting: Meeting) -> Iterator[Question]:
    """What somebody wrote down as not known."""
    for key, said, question in (
        ("aanmeldcriteria", meeting.entry_criteria, "Wanneer meldt u een gezin aan bij {}?"),
        ("beslist_over", meeting.decides_on, "Waarover beslist {}?"),
        ("rapporteert_aan", (meeting.reports_to,), "Aan welk overleg doet {} verslag?"),
    ):
        if UNKNOWN.value in said:
            yield Question(meeting.place.at(key).span, question.format(meeting.name))


class OVL004(Rule):
    """Looks at case meetings on a track; who gives help follows from the tasks in the agreements.

    A task is help when it is on the track of help, is not reserved by law, and has one accountable party.
    """

    severity = Severity.FOUT
    statement = (
        "Aan een casusoverleg over straf doen politie en Openbaar Ministerie mee, "
        "en aan een casusoverleg over hulp doet iemand mee die hulp geeft."
    )
    why = (
        "Zonder politie of OM kan een overleg over straf niets beslissen. "
        "Een overleg over hulp zonder hulpverlener maakt plannen die niemand uitvoert."
    )
    remedy = "Zet de partner die ontbreekt bij 'deelnemers', of kies bij 'spoor' wat bij het overleg past."
    needs = ("afspraak", "partner", "soort", "regio", "taak")
    good = (
        Example.of(
            "Politie en OM doen mee aan het overleg over straf",
            overleggen=example_meeting(
                _LINKED.format("hulp"), spoor=CRIMINAL_LAW, deelnemers=("politie", "om-tweebeken")
            ),
        ),
    )
    bad = (
        Example.of(
            "Het Openbaar Ministerie ontbreekt in een overleg over straf",
            overleggen=example_meeting(
                _LINKED.format("hulp"), spoor="strafrecht # hier", deelnemers=("politie", "veilig-thuis")
            ),
        ),
        Example.of(
            "De gemeente laat hulp uitvoeren, maar geeft zelf geen hulp",
            overleggen=example_meeting(
                _LINKED.format("strafrecht"), spoor="hulp # hier", deelnemers=("politie", "gemeente")
            ),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem | Question]:
        """Each case meeting on the track of help or of criminal law."""
        helpers = _helpers(chain)
        for meeting in case_meetings(chain):
            if meeting.track not in (HELP, CRIMINAL_LAW):
                continue
            if not meeting.participants or Ref(UNKNOWN.value) in meeting.participants:
                yield Question(meeting.place.at("deelnemers").span, f"Wie doen er mee aan {meeting.name}?")
            elif meeting.track == CRIMINAL_LAW:
                yield from _without_core(meeting, chain)
            elif not helpers:
                question = f"Wie geeft er hulp? Dan is te zien of die meedoet aan {meeting.name}."
                yield Question(meeting.place.at("deelnemers").span, question)
            elif not helpers & {partner.id for partner in _present(meeting, chain)}:
                message = (
                    f"{meeting.name} gaat over hulp, maar er doet niemand mee die hulp geeft. "
                    f"Zet bij 'deelnemers' wie de hulp uitvoert."
                )
                yield Problem(meeting.place.at("spoor").span, message)


def _helpers(chain: Chain) -> set[str]:
    """The partners that carry out help by an agreement in force."""
    tasks = {
        id_
        for id_, task in chain.records.of(Task).items()
        if task.track == HELP and task.division == "een" and not task.reserved_for
    }
    names = {
        performer.name
        for line in chain.elaboration.lines
        if line.own.task in tasks
        for performer in line.line.performers
    }
    return {partner.id for name in names for partner in chain.binding.meant(name)}


def _present(meeting: Meeting, chain: Chain) -> list[Partner]:
    """Everybody who takes part, the chair too."""
    refs = (*meeting.participants, meeting.chair)
    return [partner for ref in refs if isinstance(ref, Ref) for partner in who_comes(ref, meeting, chain)]


def _without_core(meeting: Meeting, chain: Chain) -> Iterator[Problem]:
    here = meeting_area(meeting, chain)
    named = {participant.name for participant in meeting.participants}
    for kind in _CORE:
        if kind in named:
            continue
        present = [partner.id for partner in _present(meeting, chain) if partner.kind == kind]
        missed = here - frozenset[str]().union(*map(chain.binding.municipalities, present))
        if missed:
            name = chain.names.of("soort", kind)
            message = (
                f"{meeting.name} gaat over straf, maar {name} doet{but_only_in(chain, missed, here)} "
                f"niet mee. Zet {name} bij 'deelnemers'."
            )
            yield Problem(meeting.place.at("spoor").span, message, municipalities=missed)
