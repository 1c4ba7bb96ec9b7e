"""The history of a region as values: changes, newest first, and what each of them meant."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from ketenhandboek.changes.values import Named

Key = tuple[str, str]
"""A record by its kind and id."""


class Said(NamedTuple):
    """A sentence under a topic, and the records that it is about."""

    topic: str
    sentence: str
    about: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What one change meant: its sentences, the records that differ, and the ids that became others.

    Not `whole` when records of before or after could not be read, so that something may be missing.
    """

    said: tuple[Said, ...] = ()
    records: tuple[Named, ...] = ()
    renames: tuple[tuple[Key, str], ...] = ()
    whole: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class Merged:
    """A change of the main branch; `first` when the region came into being with it."""

    commit: str
    day: date
    told: Told
    first: bool = False

    @property
    def silent(self) -> bool:
        """Whether it changed nothing that a reader would notice."""
        return self.told.whole and not self.first and not self.told.said


class Reach(Enum):
    """How far back the history goes."""

    ALL = "all"
    CUT = "cut"
    """Older versions are missing here: a shallow or partial clone."""
    NONE = "none"
    """There is no git, no repository, or nothing in it yet."""


@dataclass(frozen=True)
class History:
    """Changes from new to old, with the ids that records have now; `older` are not told, by their number."""

    changes: tuple[Merged, ...] = ()
    reach: Reach = Reach.NONE
    older: int = 0

    @cached_property
    def by_record(self) -> Mapping[Key, Mapping[Merged, tuple[str, ...]]]:
        """For each record the changes that say something about it, with what they say."""
        found: dict[Key, dict[Merged, tuple[str, ...]]] = {}
        for change in self.changes:
            for said in change.told.said:
                for key in said.about:
                    own = found.setdefault(key, {})
                    own[change] = (*own.get(change, ()), said.sentence)
        return found
