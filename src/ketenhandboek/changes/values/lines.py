"""Changes in what agreements say itself: performers, flows, ladders, mandates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ketenhandboek.changes.values.basics import Change, Topic

if TYPE_CHECKING:
    from ketenhandboek.changes.values.basics import Named, Names


@dataclass(frozen=True, slots=True)
class FlowChanged(Change):
    """Information goes from one party to another that did not before, or no longer does."""

    topic = Topic.SHARING
    agreement: Named
    sender: Named
    receiver: Named
    data_kinds: Names
    added: bool


@dataclass(frozen=True, slots=True)
class GroundChanged(Change):
    """A flow of information rests on another legal ground, or no longer rests on one."""

    topic = Topic.SHARING
    agreement: Named
    sender: Named
    receiver: Named
    ground: Named
    added: bool


@dataclass(frozen=True, slots=True)
class LadderChanged(Change):
    """An agreement has an escalation route more or less."""

    topic = Topic.ESCALATION
    agreement: Named
    route: Named
    added: bool


@dataclass(frozen=True, slots=True)
class LevelChanged(Change):
    """A ladder stops at a level where it did not, or now skips it."""

    topic = Topic.ESCALATION
    agreement: Named
    route: Named
    level: Named
    added: bool


@dataclass(frozen=True, slots=True)
class StepChanged(Change):
    """At a level of a ladder others meet, or they answer within another time (empty: none agreed)."""

    topic = Topic.ESCALATION
    agreement: Named
    route: Named
    levels: Names
    gone: Names
    come: Names
    old_answer: str
    new_answer: str


@dataclass(frozen=True, slots=True)
class PerformersChanged(Change):
    """Others carry out a task for whoever is accountable for it."""

    topic = Topic.DUTIES
    agreement: Named
    task: Named
    gone: Names
    come: Names


@dataclass(frozen=True, slots=True)
class DeciderChanged(Change):
    """Another decides in a task; None is whoever is accountable for it."""

    topic = Topic.DUTIES
    agreement: Named
    task: Named
    old: Named | None
    new: Named | None


@dataclass(frozen=True, slots=True)
class MandateChanged(Change):
    """A power is mandated to another, or no longer."""

    topic = Topic.MANDATES
    agreement: Named
    power: Named
    giver: Named
    receiver: Named
    areas: Names
    added: bool
