"""The route of one theme: its tasks in order, who has them, and where it ends."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.chain.follow import follows, from_entries
from ketenhandboek.chain.net import END
from ketenhandboek.graphs.routes import of_situations
from ketenhandboek.kinds.task import Task
from ketenhandboek.pages.markup import Markup, plain
from ketenhandboek.pages.task.places import ALWAYS, EVERYTHING
from ketenhandboek.pages.tools import lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.follow import Follow
    from ketenhandboek.graphs.view import View
    from ketenhandboek.kinds.theme import Theme
    from ketenhandboek.pages.links import Links
    from ketenhandboek.pages.task.places import Places, Row, Told

MOST_PLACES = 3
"""More different answers than this for one task stand on the page of the task alone."""


class Ending(NamedTuple):
    """An outcome of a task after which nothing follows; `agreed` when an agreement says so."""

    task: str
    outcome: str
    agreed: bool


@dataclass(frozen=True)
class Route:
    """The route of a theme on the day, in every municipality and for every target group."""

    chain: Chain
    theme: Theme
    places: Places
    links: Links

    @cached_property
    def cells(self) -> int:
        """The situations with this theme."""
        space = self.chain.space
        themes = space.themes.of((self.theme.id,))
        return space.cells(space.whole._replace(themes=themes, periods=1)) if themes else 0

    @cached_property
    def arrows(self) -> list[Follow]:
        """What follows on what, from where the route can begin."""
        return from_entries(self.chain, follows(self.chain, self.cells)) if self.cells else []

    @cached_property
    def view(self) -> View | None:
        """The picture."""
        title = f"De route bij {self.theme.name}"
        return of_situations(self.chain, self.links.url, f"thema-{self.theme.id}", title, self.cells)

    @cached_property
    def tasks(self) -> list[str]:
        """The ids of the tasks on the route, in the order in which it can come to them."""
        named = [name for follow in self.arrows for name in (follow.task, follow.next.task)]
        known = self.chain.records.of(Task)
        return [name for name in dict.fromkeys(named) if name in known]

    @cached_property
    def back(self) -> list[tuple[str, str]]:
        """From which task the route can come back to an earlier one, each pair once."""
        after: dict[str, set[str]] = {}
        for follow in self.arrows:
            after.setdefault(follow.task, set()).add(follow.next.task)
        place = {task: number for number, task in enumerate(self.tasks)}
        pairs = dict.fromkeys((follow.task, follow.next.task) for follow in self.arrows)
        return [
            (source, target)
            for source, target in pairs
            if target in place and place[target] <= place[source] and source in _reached(after, target)
        ]

    @cached_property
    def _told(self) -> dict[str, list[Told]]:
        known = self.chain.records.of(Task)
        return {task: list(self.places.told(known[task], self.cells)) for task in self.tasks}

    def who(self, task: str) -> Markup:
        """Who has a task on this route, with where it differs; many answers stand on the page of the task."""
        different = len({told.who for told in self._told[task]})
        if not different:
            return Markup("niet afgesproken")
        if different > MOST_PLACES:
            return self.links.to("taak", task, f"{different} verschillende antwoorden")
        places: dict[Markup, list[Row]] = {}
        for row in self.places.rows(self.chain.records.of(Task)[task], self.cells):
            places.setdefault(row.told.who, []).append(row)
        return lines(Markup(said + self._where(found, different)) for said, found in places.items())

    def within(self, task: str) -> Markup:
        """The terms of a task on this route."""
        return lines(dict.fromkeys(told.within for told in self._told[task])) or Markup("niet afgesproken")

    @cached_property
    def endings(self) -> list[Ending]:
        """Where the route ends: first as agreed, then because nobody wrote what comes next."""
        agreed = [
            Ending(follow.task, follow.next.outcome or "", True)
            for follow in self.arrows
            if follow.next.task == END
        ]
        return list(dict.fromkeys((*agreed, *self._dead_ends())))

    def _dead_ends(self) -> Iterator[Ending]:
        written = {(follow.task, follow.next.outcome) for follow in self.arrows}
        for net in self.chain.routes.nets:
            for way in net.every_way if net.cells & self.cells else ():
                for step in way.steps:
                    said = {(way.task, None), (way.task, step.outcome)} & written
                    if way.task in net.reached and not (step.next or step.written or said):
                        yield Ending(way.task, step.outcome, False)

    def _where(self, rows: list[Row], answers: int) -> Markup:
        if answers == 1:
            return Markup("")
        said = ", ".join(dict.fromkeys(_place(row) for row in rows))
        return Markup(f" ({plain(said)})")


def _place(row: Row) -> str:
    where = "" if row.where == "Alle gemeenten" and row.about != EVERYTHING else row.where
    return ", ".join(part for part in (where, row.when, row.about) if part not in ("", ALWAYS, EVERYTHING))


def _reached(after: dict[str, set[str]], task: str) -> set[str]:
    found: set[str] = set()
    ahead = list(after.get(task, ()))
    while ahead:
        here = ahead.pop()
        if here not in found:
            found.add(here)
            ahead.extend(after.get(here, ()))
    return found
