"""Two chains side by side: one space, one week and one set of periods in which both can be compared."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ketenhandboek.chain.chain import Chain
from ketenhandboek.chain.periods import change_points
from ketenhandboek.chain.records import REGIONAL
from ketenhandboek.chain.situations import Situations
from ketenhandboek.chain.space import Space
from ketenhandboek.chain.telling import Telling
from ketenhandboek.changes.calling import Calling
from ketenhandboek.changes.edits import Edit, edits
from ketenhandboek.changes.hours import one_week
from ketenhandboek.kinds.task import Task

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from ketenhandboek.chain.records import Entry

_SITUATED = ("regio", "partner", "afspraak", "taak", "soort")


@dataclass(frozen=True, slots=True)
class Touched:
    """A record that differs: `old` is None when it is new, `new` is None when it is gone."""

    old: Entry | None
    new: Entry | None
    edits: tuple[Edit, ...] = ()

    @property
    def entry(self) -> Entry:
        """The record as it is now, else as it was."""
        found = self.new or self.old
        assert found is not None
        return found


class Pair:
    """The chain as it was and as it is, on one day and up to one horizon."""

    def __init__(self, old: Chain, new: Chain) -> None:
        self.new = Chain(new.records, new.day, new.horizon)
        self.old = Chain(old.records, new.day, new.horizon)
        self.names = Calling(self.old, self.new)
        self.week, self._earlier = one_week(self.old, self.new)

    @cached_property
    def whole(self) -> bool:
        """Whether every record that situations rest on could be read and fits."""
        return all(chain.records.whole(*_SITUATED) for chain in (self.old, self.new))

    @cached_property
    def touched(self) -> tuple[Touched, ...]:
        """The region's own records that differ; one that can't be read counts as one that did not change."""
        before, after = (_regional(chain) for chain in (self.old, self.new))
        found = (Touched(before.get(key), after.get(key)) for key in dict.fromkeys((*after, *before)))
        return tuple(filter(None, (self._compared(item) for item in found)))

    def _compared(self, item: Touched) -> Touched | None:
        if item.old and item.new:
            found = tuple(edits(item.old.data, item.new.data))
            return Touched(item.old, item.new, found) if found else None
        kind, id_ = item.entry.kind.name, item.entry.id
        lost = (loss for chain in (self.old, self.new) for loss in chain.records.lost)
        return None if any(loss.kind == kind and loss.declares(id_) for loss in lost) else item

    @cached_property
    def change_points(self) -> tuple[date, ...]:
        """The day, and each later day up to the horizon on which something changes in either chain."""
        day, until = self.new.day, self.new.horizon
        days = {found for chain in (self.old, self.new) for found in change_points(chain.records, day, until)}
        return tuple(sorted(days))

    @cached_property
    def space(self) -> Space:
        """Every situation of either chain."""
        spaces = self.new.space, self.old.space
        groups = (group for space in spaces for group in space.groups.names)
        return Space(
            dict.fromkeys(name for space in spaces for name in space.municipalities.names),
            len(self.week.atoms),
            {
                theme: {
                    group
                    for space in spaces
                    if theme in space.themes.names
                    for group in _groups(space, theme)
                }
                for theme in dict.fromkeys(name for space in spaces for name in space.themes.names)
            },
            dict.fromkeys(groups),
            len(self.change_points),
        )

    @cached_property
    def tasks(self) -> tuple[Task, ...]:
        """The tasks that both chains know, as they are now."""
        before = self.old.records.of(Task)
        return tuple(task for id_, task in self.new.records.of(Task).items() if id_ in before)

    @cached_property
    def telling(self) -> Telling:
        """Situations of either chain in words."""
        return Telling(self)

    @cached_property
    def periods(self) -> tuple[tuple[Situations, Situations, int], ...]:
        """For each period the lines as they were and as they are, and the situations that both are about."""
        return tuple(self._period(day) for day in self.change_points)

    def about(self, task: Task) -> int:
        """The situations of one period that a task is about, then as now."""
        groups = [chain.binding.groups_in(task.target_groups) for chain in (self.old, self.new)]
        whole = self.space.whole._replace(periods=1)
        return self.space.cells(whole._replace(groups=self.space.groups.of(groups[0] & groups[1])))

    def _period(self, day: date) -> tuple[Situations, Situations, int]:
        before, after = self.old.at(day), self.new.at(day)
        both = self._concerned(before) & self._concerned(after)
        return Situations(before, self.space, self._earlier), Situations(after, self.space, self.week), both

    def _concerned(self, chain: Chain) -> int:
        """The situations of the joint space that one chain knows on its day."""
        known = chain.space
        here = self.space.municipalities.of(chain.areas.municipalities)
        found = 0
        for theme in known.themes.names:
            groups = self.space.groups.of(_groups(known, theme))
            themes = self.space.themes.of((theme,))
            found |= self.space.cells(
                self.space.whole._replace(municipalities=here, themes=themes, groups=groups, periods=1)
            )
        return found


def _groups(space: Space, theme: str) -> Iterator[str]:
    """The target groups of a theme."""
    chosen = space.themes.of((theme,))
    for name in space.groups.names:
        box = space.whole._replace(themes=chosen, groups=space.groups.of((name,)), periods=1)
        if space.cells(box) or not space.size:
            yield name


def _regional(chain: Chain) -> Mapping[tuple[str, str], Entry]:
    entries = (entry for entry in chain.records.entries if entry.layer == REGIONAL)
    return {(entry.kind.name, entry.id): entry for entry in entries}
