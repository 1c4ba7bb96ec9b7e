"""Changes as Dutch sentences."""

from __future__ import annotations

from functools import singledispatch
from typing import TYPE_CHECKING

from ketenhandboek.changes import values as v
from ketenhandboek.wording import listed, lower_first, upper_first

if TYPE_CHECKING:
    from collections.abc import Iterable

NOTHING = "Er verandert niets aan de betekenis."
INCOMPLETE = (
    "Een deel van de gegevens is niet te lezen of past niet. "
    "Daarom is niet te zeggen wie waar eindverantwoordelijk wordt. Herstel eerst de fouten van de controle."
)
_SHOWN = 2
_STAGES = {"concept": "concept", "ter-consultatie": "ter consultatie", "vastgesteld": "vastgesteld"}


@singledispatch
def said(change: v.Change) -> str:
    """What changed, in one or a few sentences."""
    raise NotImplementedError(type(change))


@said.register
def _(change: v.AccountableChanged) -> str:
    task = lower_first(change.task.name)
    if not change.new:
        rest = "Anderen blijven dat wel." if change.beside else ""
        return _somewhere(change.extents, _are(change.old), f"niet meer eindverantwoordelijk voor {task}", rest)
    too = "ook " if change.beside and not change.old else ""
    before = f", niet meer {_parties(change.old)}" if change.old else ""
    return _somewhere(change.extents, _are(change.new), f"{too}eindverantwoordelijk voor {task}", "", before)


@said.register
def _(change: v.CoverageChanged) -> str:
    what = f"eindverantwoordelijk voor {lower_first(change.task.name)}"
    if change.won:
        return _somewhere(change.extents, _are(change.parties), what, "Eerst was dat niemand.")
    return _somewhere(change.extents, ("is", "niemand meer"), what, f"Eerst was dat {_parties(change.parties)}.")


@said.register
def _(change: v.DeadlineChanged) -> str:
    old, new = _terms(change.old), _terms(change.new)
    task = lower_first(change.task.name)
    if not change.new:
        return _somewhere(change.extents, ("geldt", "geen termijn meer"), f"voor {task}", f"Eerst was dat {old}.")
    length = {True: "een langere", False: "een kortere", None: "een andere" if change.old else "een"}
    rest = f"Eerst was dat {old}." if change.old else "Eerst was er geen termijn."
    return _somewhere(change.extents, ("geldt", f"{length[change.longer]} termijn"), f"voor {task}", rest, f": {new}")


@said.register
def _(change: v.FollowUpChanged) -> str:
    task, after = lower_first(change.task.name), lower_first(change.following.name)
    outcome = f" met als uitkomst '{change.outcome}'" if change.outcome else ""
    stops = change.following.id == "einde"
    what = "eindigt de route" if stops else f"volgt {after}"
    sign = "nu ook" if change.added else "niet meer"
    first, *_ = change.extents
    about = f"{first.about}, {first.during}" if first.during else first.about
    verb, _, rest = what.partition(" ")
    middle = f" {rest} {sign}" if stops else f" {sign} {rest}"
    head = f"{first.where} {verb}{' ' + first.when if first.when else ''}{middle} na {task}{outcome}{about}."
    return f"{upper_first(head)}{_also(change.extents)}"


@said.register
def _(change: v.FlowChanged) -> str:
    data = listed(lower_first(item.name) for item in change.data_kinds)
    verb = "geeft voortaan" if change.added else "geeft niet langer"
    return f"{change.sender} {verb} informatie aan {change.receiver}: {data}{_by(change.agreement)}."


@said.register
def _(change: v.GroundChanged) -> str:
    verb = "rust nu ook op" if change.added else "rust niet meer op"
    return f"Dat {change.sender} informatie geeft aan {change.receiver}, {verb} {change.ground}{_by(change.agreement)}."


@said.register
def _(change: v.LadderChanged) -> str:
    verb = "Er komt een escalatieroute bij" if change.added else "Deze escalatieroute vervalt"
    return f"{verb}: '{change.route}'{_by(change.agreement)}."


@said.register
def _(change: v.LevelChanged) -> str:
    level = lower_first(change.level.name)
    if change.added:
        return f"Het niveau {level} komt erbij in de escalatieroute '{change.route}'{_by(change.agreement)}."
    return f"Het niveau {level} wordt overgeslagen in de escalatieroute '{change.route}'{_by(change.agreement)}."


@said.register
def _(change: v.StepChanged) -> str:
    parts = []
    if change.come:
        parts.append(f"{_verb(change.come, 'komt', 'komen')} {_parties(change.come)} erbij")
    if change.gone:
        parts.append(f"{_verb(change.gone, 'valt', 'vallen')} {_parties(change.gone)} weg")
    if change.old_answer != change.new_answer:
        before = change.old_answer or "geen termijn"
        parts.append(f"is de reactietermijn nu {change.new_answer or 'niet meer afgesproken'} (eerst {before})")
    levels = listed(lower_first(level.name) for level in change.levels)
    return f"Op het niveau {levels} van de escalatieroute '{change.route}' {listed(parts)}{_by(change.agreement)}."


@said.register
def _(change: v.MandateChanged) -> str:
    verb = "krijgt mandaat van" if change.added else "heeft geen mandaat meer van"
    where = f" in {listed(area.name for area in change.areas)}" if change.areas else ""
    power = lower_first(change.power.name)
    return f"{upper_first(change.receiver.name)} {verb} {change.giver}{where} voor: {power}{_by(change.agreement)}."


@said.register
def _(change: v.AgreementAdded) -> str:
    stage = "" if change.stage == "vastgesteld" else f" Deze is nog {_STAGES.get(change.stage, change.stage)}."
    replaces = f" Deze vervangt {_quoted(change.replaces)}." if change.replaces else ""
    return f"Er is een nieuwe afspraak: '{change.agreement}', geldig {_span(change.valid)}.{replaces}{stage}"


@said.register
def _(change: v.AgreementRemoved) -> str:
    return f"De afspraak '{change.agreement}' is weggehaald."


@said.register
def _(change: v.AgreementWithdrawn) -> str:
    if change.on:
        return f"De afspraak '{change.agreement}' is ingetrokken op {change.on}."
    return f"De afspraak '{change.agreement}' is niet langer ingetrokken."


@said.register
def _(change: v.ValidityChanged) -> str:
    if change.renewed and change.new.end:
        verb = f"is verlengd tot en met {change.new.end}"
    elif change.renewed:
        verb = "heeft geen einddatum meer"
    else:
        verb = f"geldt nu {_span(change.new)}"
    return f"De afspraak '{change.agreement}' {verb}. Eerst gold die {_span(change.old)}."


@said.register
def _(change: v.StageChanged) -> str:
    old, new = (_STAGES.get(stage, stage) for stage in (change.old, change.new))
    return f"De afspraak '{change.agreement}' is nu {new}. Eerst was de stand: {old}."


@said.register
def _(change: v.PartyChanged) -> str:
    verb = "is nu ook partij bij" if change.added else "is geen partij meer bij"
    return f"{change.party} {verb} de afspraak '{change.agreement}'."


@said.register
def _(change: v.SignAgain) -> str:
    verb = _verb(change.parties, "moet", "moeten")
    return (
        f"{upper_first(_parties(change.parties))} {verb} de afspraak '{change.agreement}' opnieuw tekenen. "
        f"De tekst is anders dan die zij {_verb(change.parties, 'tekende', 'tekenden')}."
    )


@said.register
def _(change: v.CaseChanged) -> str:
    return f"De casus '{change.case}' loopt nu anders."


@said.register
def _(change: v.MemberChanged) -> str:
    verb = "doet mee" if change.added else "doet niet meer mee"
    since = f" vanaf {change.since}" if change.added and change.since else ""
    return f"{change.member} {verb}{since}."


@said.register
def _(change: v.MemberEnded) -> str:
    if change.end:
        return f"{change.member} stopt. De laatste dag is {change.end}."
    return f"{change.member} heeft geen einddatum meer."


@said.register
def _(change: v.Renamed) -> str:
    return f"{change.old} heet voortaan {change.member}."


@said.register
def _(change: v.MeetingChanged) -> str:
    return f"Er is een nieuw overleg: {change.meeting}." if change.added else f"Het overleg {change.meeting} vervalt."


@said.register
def _(change: v.ChairChanged) -> str:
    new = change.new.name if change.new else "niemand"
    old = change.old.name if change.old else "niemand"
    return f"{change.meeting}: voorzitter is nu {new}, niet meer {old}."


@said.register
def _(change: v.RhythmChanged) -> str:
    new = f"komt voortaan elke {change.new} bij elkaar" if change.new else "heeft geen vaste regelmaat meer"
    return f"{change.meeting} {new}. Eerst was dat {f'elke {change.old}' if change.old else 'niet afgesproken'}."


@said.register
def _(change: v.TermChanged) -> str:
    if not change.old:
        return f"Er is een nieuw begrip: {change.term}. Het betekent: {change.new}"
    if not change.new:
        return f"Het begrip {change.term} vervalt."
    return f"Het begrip {change.term} betekent nu: {change.new} Eerst was dat: {change.old}"


@said.register
def _(change: v.ExceptionChanged) -> str:
    what = f"{change.rule} bij {change.record}"
    if not change.old:
        return f"De regio aanvaardt een bevinding tot en met {change.new}: {what}. De reden: {change.reason}"
    if not change.new:
        return f"De uitzondering op {what} vervalt."
    return f"De uitzondering op {what} geldt nu tot en met {change.new}. Eerst was dat {change.old}."


@said.register
def _(change: v.FindingChanged) -> str:
    return f"{upper_first(change.finding.severity)} {change.finding.rule}: {change.finding.message}"


@said.register
def _(change: v.RecordChanged) -> str:
    record = f"{change.record.kind} '{change.record}'"
    if change.added is not None:
        return f"{'Nieuw' if change.added else 'Weggehaald'}: {record}."
    return f"In {record} is ook dit anders: {listed(change.keys)}."


def _somewhere(
    where: tuple[v.Extent, ...], who: tuple[str, str], what: str, rest: str = "", tail: str = ""
) -> str:
    """`In Oostveld is vanaf 1 januari 2027 het wijkteam … voor opvang, niet meer …` and where it is so too."""
    first = where[0]
    verb, party = who
    words = (first.where, verb, first.during, first.when, party, f"{what}{first.about}{tail}.")
    return f"{upper_first(' '.join(filter(None, words)))}{_also(where)}{' ' + rest if rest else ''}"


def _also(where: tuple[v.Extent, ...]) -> str:
    """The other situations: two in words, the rest counted."""
    others = where[1:]
    told = (" ".join(filter(None, (one.where, one.during, one.when))) + one.about for one in others[:_SHOWN])
    rest = len(others) - _SHOWN
    tail = f" En zo zijn er nog {rest} groepen situaties." if rest > 1 else " En zo is er nog één." if rest == 1 else ""
    return "".join(f" Ook {one}." for one in told) + tail


def _are(parties: v.Names) -> tuple[str, str]:
    return _verb(parties, "is", "zijn"), _parties(parties)


def _verb(parties: v.Names, one: str, several: str) -> str:
    return several if len(parties) > 1 else one


def _parties(parties: v.Names) -> str:
    return listed(party.name for party in parties)


def _quoted(names: Iterable[v.Named]) -> str:
    return listed(f"'{name}'" for name in names)


def _terms(terms: tuple[v.Term, ...]) -> str:
    return listed(f"{term.within} na {term.since}" if term.since else term.within for term in terms)


def _span(span: v.Span) -> str:
    begin = f"vanaf {span.start}" if span.start else ""
    end = f"tot en met {span.end}" if span.end else ""
    return " ".join(filter(None, (begin, end))) or "zonder einddatum"


def _by(agreement: v.Named) -> str:
    return f" (afspraak '{agreement}')"
