"""Changes that are seen situation by situation: who, within which time, what comes next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.changes.values.basics import Change, Topic

if TYPE_CHECKING:
    from ketenhandboek.changes.values.basics import Extent, Named, Names


@dataclass(frozen=True, slots=True)
class AccountableChanged(Change):
    """Parties no longer accountable for a task, and those that are now; `beside` when others always are."""

    topic = Topic.COVERAGE
    task: Named
    old: Names
    new: Names
    beside: bool
    extents: tuple[Extent, ...]


@dataclass(frozen=True, slots=True)
class CoverageChanged(Change):
    """Nobody is accountable any longer (`won` is false), or somebody is for the first time."""

    topic = Topic.COVERAGE
    task: Named
    parties: Names
    won: bool
    extents: tuple[Extent, ...]


class Term(NamedTuple):
    """A deadline in words: `5 werkdagen` after `het einde van triage`."""

    within: str
    since: str = ""


@dataclass(frozen=True, slots=True)
class DeadlineChanged(Change):
    """A task has other deadlines in these situations; `longer` is None where that depends or is not known."""

    topic = Topic.DEADLINES
    task: Named
    old: tuple[Term, ...]
    new: tuple[Term, ...]
    longer: bool | None
    extents: tuple[Extent, ...]


@dataclass(frozen=True, slots=True)
class FollowUpChanged(Change):
    """A task is followed by another one that it did not lead to before, or no longer is."""

    topic = Topic.ROUTES
    task: Named
    outcome: Named | None
    following: Named
    added: bool
    extents: tuple[Extent, ...]


@dataclass(frozen=True, slots=True)
class CaseChanged(Change):
    """An example case runs otherwise: its steps before and after, one line each."""

    topic = Topic.CASES
    case: Named
    old: tuple[str, ...]
    new: tuple[str, ...]
