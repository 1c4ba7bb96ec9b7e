"""Performers, flows, ladders and mandates of agreements in sentences."""

from __future__ import annotations

from ketenhandboek.changes import values as v
from ketenhandboek.changes.sentences.phrases import agreeing, all_of, by
from ketenhandboek.changes.sentences.saying import said
from ketenhandboek.wording import listed, lower_first, upper_first

_ACCOUNTABLE = "wie eindverantwoordelijk is"


@said.register
def _(change: v.FlowChanged) -> str:
    data = listed(lower_first(item.name) for item in change.data_kinds)
    verb = "geeft voortaan" if change.added else "geeft niet langer"
    return f"{change.sender} {verb} informatie aan {change.receiver}: {data}{by(change.agreement)}."


@said.register
def _(change: v.GroundChanged) -> str:
    verb = "rust nu ook op" if change.added else "rust niet meer op"
    what = f"Dat {change.sender} informatie geeft aan {change.receiver}"
    return f"{what}, {verb} {change.ground}{by(change.agreement)}."


@said.register
def _(change: v.LadderChanged) -> str:
    verb = "Er komt een escalatieroute bij" if change.added else "Deze escalatieroute vervalt"
    return f"{verb}: '{change.route}'{by(change.agreement)}."


@said.register
def _(change: v.LevelChanged) -> str:
    level = lower_first(change.level.name)
    if change.added:
        return f"Het niveau {level} komt erbij in de escalatieroute '{change.route}'{by(change.agreement)}."
    return (
        f"Het niveau {level} wordt overgeslagen in de escalatieroute '{change.route}'{by(change.agreement)}."
    )


@said.register
def _(change: v.StepChanged) -> str:
    parts = []
    if change.come:
        parts.append(f"{agreeing(change.come, 'komt', 'komen')} {all_of(change.come)} erbij")
    if change.gone:
        parts.append(f"{agreeing(change.gone, 'valt', 'vallen')} {all_of(change.gone)} weg")
    if change.old_answer != change.new_answer:
        before = change.old_answer or "geen termijn"
        parts.append(
            f"is de reactietermijn nu {change.new_answer or 'niet meer afgesproken'} (eerst {before})"
        )
    levels = listed(lower_first(level.name) for level in change.levels)
    where = f"Op het niveau {levels} van de escalatieroute '{change.route}'"
    return f"{where} {listed(parts)}{by(change.agreement)}."


@said.register
def _(change: v.PerformersChanged) -> str:
    parts = []
    if change.come:
        parts.append(f"{agreeing(change.come, 'komt', 'komen')} {all_of(change.come)} erbij als uitvoerder")
    if change.gone:
        parts.append(f"{agreeing(change.gone, 'valt', 'vallen')} {all_of(change.gone)} weg als uitvoerder")
    return f"Bij {lower_first(change.task.name)} {listed(parts)}{by(change.agreement)}."


@said.register
def _(change: v.DeciderChanged) -> str:
    new, old = (one.name if one else _ACCOUNTABLE for one in (change.new, change.old))
    return f"Bij {lower_first(change.task.name)} beslist nu {new}, niet meer {old}{by(change.agreement)}."


@said.register
def _(change: v.MandateChanged) -> str:
    verb = "krijgt mandaat van" if change.added else "heeft geen mandaat meer van"
    where = f" in {listed(area.name for area in change.areas)}" if change.areas else ""
    power = lower_first(change.power.name)
    who = f"{upper_first(change.receiver.name)} {verb} {change.giver}{where}"
    return f"{who} voor: {power}{by(change.agreement)}."
