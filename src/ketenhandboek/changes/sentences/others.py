"""Partners, meetings, terms, exceptions, cases, findings and the rest in sentences."""

from __future__ import annotations

from ketenhandboek.changes import values as v
from ketenhandboek.changes.sentences.saying import said
from ketenhandboek.wording import listed, upper_first


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
    return (
        f"Er is een nieuw overleg: {change.meeting}."
        if change.added
        else f"Het overleg {change.meeting} vervalt."
    )


@said.register
def _(change: v.ChairChanged) -> str:
    new = change.new.name if change.new else "niemand"
    old = change.old.name if change.old else "niemand"
    return f"{change.meeting}: voorzitter is nu {new}, niet meer {old}."


@said.register
def _(change: v.RhythmChanged) -> str:
    new = f"komt voortaan {change.new} bij elkaar" if change.new else "heeft geen vaste regelmaat meer"
    return f"{change.meeting} {new}. Eerst was dat {change.old or 'niet afgesproken'}."


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
def _(change: v.WeightChanged) -> str:
    what = f"{change.rule} bij {change.record}" if change.record else change.rule
    if not change.added:
        return f"De regio weegt {what} niet langer als {change.severity}."
    until = f", tot en met {change.until}" if change.until else ""
    return f"De regio weegt {what} als {change.severity}{until}. De reden: {change.reason}"


@said.register
def _(change: v.FindingChanged) -> str:
    finding = change.finding
    where = f" ({finding.span.file}, regel {finding.span.line})" if change.added else ""
    return f"{upper_first(finding.severity)} {finding.rule}: {finding.message}{where}"


@said.register
def _(change: v.RecordChanged) -> str:
    record = f"{change.record.kind} '{change.record}'"
    if change.added is not None:
        return f"{'Nieuw' if change.added else 'Weggehaald'}: {record}."
    return f"In {record} is ook dit anders: {listed(change.keys)}."
