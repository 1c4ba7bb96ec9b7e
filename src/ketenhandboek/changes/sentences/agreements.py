"""Agreements themselves in sentences: when they hold, who is party, who must sign."""

from __future__ import annotations

from ketenhandboek.changes import values as v
from ketenhandboek.changes.sentences.phrases import agreeing, all_of, quoted, span
from ketenhandboek.changes.sentences.saying import said
from ketenhandboek.wording import upper_first

_STAGES = {"concept": "concept", "ter-consultatie": "ter consultatie", "vastgesteld": "vastgesteld"}


@said.register
def _(change: v.AgreementAdded) -> str:
    stage = (
        "" if change.stage == "vastgesteld" else f" Deze is nog {_STAGES.get(change.stage, change.stage)}."
    )
    replaces = f" Deze vervangt {quoted(change.replaces)}." if change.replaces else ""
    return f"Er is een nieuwe afspraak: '{change.agreement}', geldig {span(change.valid)}.{replaces}{stage}"


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
        verb = f"geldt nu {span(change.new)}"
    return f"De afspraak '{change.agreement}' {verb}. Eerst gold die {span(change.old)}."


@said.register
def _(change: v.StageChanged) -> str:
    old, new = (_STAGES.get(stage, stage) for stage in (change.old, change.new))
    return f"De afspraak '{change.agreement}' is nu {new}. Eerst was de stand: {old}."


@said.register
def _(change: v.PartyChanged) -> str:
    verb = "is nu ook partij bij" if change.added else "is geen partij meer bij"
    return f"{change.party} {verb} de afspraak '{change.agreement}'."


@said.register
def _(change: v.Signed) -> str:
    if not change.on:
        return f"Bij de afspraak '{change.agreement}' staat niet meer dat {change.party} heeft getekend."
    return f"{change.party} tekende de afspraak '{change.agreement}' op {change.on}."


@said.register
def _(change: v.SignAgain) -> str:
    verb = agreeing(change.parties, "moet", "moeten")
    return (
        f"{upper_first(all_of(change.parties))} {verb} de afspraak '{change.agreement}' opnieuw tekenen. "
        f"De tekst is anders dan de tekst die zij {agreeing(change.parties, 'tekende', 'tekenden')}."
    )
