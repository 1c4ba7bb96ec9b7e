"""The longest that a route can take, as far as its terms say: a search over all ways that repeat no task."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from functools import cached_property
from heapq import merge
from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.chain.clock import Leg, Worst, local
from ketenhandboek.chain.events import BEGIN, END
from ketenhandboek.chain.follow import follows
from ketenhandboek.chain.net import END as FINISH
from ketenhandboek.kinds.task import Task
from ketenhandboek.rules.shared.terms import Terms, day_in_full, end_in_words
from ketenhandboek.values import Duration, Ref

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.kinds.agreement.lines import Next
    from ketenhandboek.kinds.parts import Deadline

MOST_WAYS = 3000
"""Ways that are looked at in one place; when a route has more, the page says so."""
Event = tuple[str, str]
"""The id of a task, and which end of it."""


class Legs(NamedTuple):
    """Terms one after the other, and how long they take when each of them begins at its worst moment."""

    terms: tuple[Duration, ...] = ()
    most: timedelta = timedelta()

    def then(self, others: Legs) -> Legs:
        """These terms with others after them."""
        return Legs(self.terms + others.terms, self.most + others.most)


class Path(NamedTuple):
    """Tasks one after the other, and the terms that add up to the end of the last."""

    tasks: tuple[str, ...]
    legs: Legs


class Longest(NamedTuple):
    """The worst path of a theme, where it is, and the tasks of which no path gives the end."""

    municipalities: list[str]
    path: Path
    worst: Worst
    endless: list[str]
    complete: bool

    @property
    def length(self) -> str:
        """`12 dagen`, or `7 uur` when it is shorter than two days."""
        hours = round(self.worst.length / timedelta(hours=1))
        return f"{self.worst.days} dagen" if hours >= 48 else f"{hours} uur"

    @property
    def start(self) -> str:
        """`vrijdag 22 december 2028 om 17:00 uur`."""
        start = local(self.worst.start)
        return f"{day_in_full(start.date())} om {start:%H:%M} uur"

    @property
    def end(self) -> str:
        """`op vrijdag 5 januari 2029`."""
        return end_in_words(self.worst.end)


After = tuple[str, Legs]
"""A task that comes next, and the time within which it begins, if that is agreed."""


class Term(NamedTuple):
    """Within which time a task ends, and from which event on."""

    within: Legs
    since: Event


class Arrow(NamedTuple):
    """What comes after a task, and the term in which that ends."""

    term: Term | None
    after: tuple[After, ...]


Ways = tuple[tuple[str, tuple[Arrow, ...]], ...]


class _Line(NamedTuple):
    """A line with the situations in which it holds, and those in which each next task can come."""

    cells: int
    task: str
    term: Term | None
    after: list[tuple[int, After]]

    def arrow(self, here: int) -> Arrow:
        """What the line says in some situations."""
        return Arrow(self.term, tuple(following for cells, following in self.after if cells & here))


class Durations:
    """Searches themes of one chain; places with the same route and terms are searched once."""

    def __init__(self, chain: Chain) -> None:
        self._chain = chain
        self._terms = Terms(chain)
        self._tasks = chain.records.of(Task)
        self._known: dict[Ways, _Search] = {}
        self._of_municipality: dict[str, list[_Line]] = {}

    def of_theme(self, theme: str) -> Longest | None:
        """The worst path anywhere in the region; None where no term says anything."""
        places: dict[_Search, dict[str, None]] = defaultdict(dict)
        for municipality in self._chain.areas.municipalities:
            for group in self._chain.space.groups.names:
                ways = self._ways(municipality, theme, group)
                if ways:
                    places[self._searched(ways)][municipality] = None
        if not any(search.paths for search in places):
            return None
        path, worst = self._worst_of(search.paths for search in places)
        where = dict.fromkeys(
            name for search, names in places.items() if search.takes(path.legs) for name in names
        )
        endless = dict.fromkeys(task for search in places for task in search.endless)
        return Longest(list(where), path, worst, list(endless), all(search.left > 0 for search in places))

    def _ways(self, municipality: str, theme: str, group: str) -> Ways:
        """The route there as plain values, so that equal routes are known to be equal."""
        space = self._chain.space
        here = self._cells(municipality, space.themes.of((theme,)), space.groups.of((group,)))
        if not here:
            return ()
        arrows: dict[str, dict[Arrow, None]] = defaultdict(dict)
        for line in self._local(municipality):
            if line.cells & here:
                arrows[line.task][line.arrow(here)] = None
        return tuple((task, tuple(found)) for task, found in arrows.items())

    def _local(self, municipality: str) -> list[_Line]:
        """The lines of a municipality."""
        if municipality not in self._of_municipality:
            here = self._cells(municipality)
            self._of_municipality[municipality] = [line for line in self._lines if line.cells & here]
        return self._of_municipality[municipality]

    def _cells(self, municipality: str, themes: int = -1, groups: int = -1) -> int:
        space = self._chain.space
        whole = space.whole._replace(municipalities=space.municipalities.of((municipality,)), periods=1)
        return space.cells(whole._replace(themes=whole.themes & themes, groups=whole.groups & groups))

    @cached_property
    def _lines(self) -> list[_Line]:
        """Every line with what follows on it."""
        after: dict[int, list[tuple[int, After]]] = defaultdict(list)
        for follow in follows(self._chain):
            after[id(follow.holding)].append((follow.cells, self._begun(follow.next)))
        return [
            _Line(holding.cells, own.task, self._term(own.deadline), after[id(holding)])
            for holding in self._chain.situations.lines
            for own in (holding.line.line,)
        ]

    def _term(self, deadline: Deadline | None) -> Term | None:
        if deadline and isinstance(deadline.within, Duration) and isinstance(deadline.since, Ref):
            event = self._terms.event(deadline.since)
            return Term(self._legs(deadline.within), (event.name, event.function))
        return None

    def _begun(self, item: Next) -> After:
        """The next task begins within its own term, or once the other has confirmed."""
        waited = item.within or (item.handover.confirmed_within if item.handover else None)
        return item.task, self._legs(waited) if isinstance(waited, Duration) else Legs()

    def _legs(self, term: Duration) -> Legs:
        return Legs((term,), self._terms.length((term,)))

    def _searched(self, ways: Ways) -> _Search:
        search = self._known.get(ways)
        if search is None:
            search = self._known[ways] = _Search(dict(ways))
            search.walk(id_ for id_, task in self._tasks.items() if task.entry)
        return search

    def _worst_of(self, found: Iterable[list[Path]]) -> tuple[Path, Worst]:
        """The longest path; one is only worked out when its terms apart could be longer than the best."""
        ordered = merge(*found, key=_most, reverse=True)
        first = next(ordered)
        best = first, self._run(first.legs)
        for path in ordered:
            if path.legs.most <= best[1].length:
                break
            worst = self._run(path.legs)
            if worst.length > best[1].length:
                best = path, worst
        return best

    def _run(self, legs: Legs) -> Worst:
        return self._terms.clock.worst_path(tuple(map(Leg, legs.terms)), *self._terms.days)


class _Search:
    """Walks a route; what has no term has no end, and nothing that counts from that end has one either."""

    def __init__(self, arrows: Mapping[str, tuple[Arrow, ...]]) -> None:
        self.paths: list[Path] = []
        self.left = MOST_WAYS
        self._arrows = arrows
        self._seen: dict[str, None] = {}
        self._ended: set[str] = set()
        self._since = [
            (task, arrow.term.since) for task, several in arrows.items() for arrow in several if arrow.term
        ]

    @property
    def endless(self) -> list[str]:
        """The tasks to which it came, and of which no path gives the end."""
        return [task for task in self._seen if task not in self._ended]

    def walk(self, entries: Iterable[str]) -> None:
        """Find every path from where a route begins, the longest first; time runs from the begin of that."""
        for task in entries:
            if task in self._arrows:
                self._onwards((task,), Path((), Legs()), {(task, BEGIN): Legs()})
        self.paths.sort(key=_most, reverse=True)

    def takes(self, legs: Legs) -> bool:
        """Whether some path takes these terms."""
        return any(path.legs == legs for path in self.paths)

    def _onwards(self, tasks: tuple[str, ...], best: Path, known: dict[Event, Legs]) -> None:
        """Keep the paths that go on from some tasks; `best` is the last part of them with an end."""
        self._seen[tasks[-1]] = None
        if tasks[-1] not in self._arrows:
            self._keep(best)
        for term, after in self._arrows.get(tasks[-1], ()):
            ahead = [item for item in after if item[0] != FINISH and item[0] not in tasks]
            if term and term.since in known:
                self._past(Path(tasks, known[term.since].then(term.within)), ahead, known)
                continue
            self._keep(best)
            if self._counts_later(tasks, known):
                for task, _ in ahead if self.left > 0 else ():
                    self._onwards((*tasks, task), best, known)

    def _past(self, path: Path, ahead: list[After], known: dict[Event, Legs]) -> None:
        """Go on from a task with an end."""
        here, ended = path.tasks[-1], path.legs
        self._ended.add(here)
        if not ahead:
            self._keep(path)
        for task, wait in ahead if self.left > 0 else ():
            later = {**known, (here, END): ended, (task, BEGIN): ended.then(wait)}
            self._onwards((*path.tasks, task), path, later)

    def _keep(self, path: Path) -> None:
        self.left -= 1
        if path.legs.terms:
            self.paths.append(path)

    def _counts_later(self, tasks: tuple[str, ...], known: Collection[Event]) -> bool:
        """Whether a task that can still come counts from an event that is known."""
        return any(event in known for task, event in self._since if task not in tasks)


def _most(path: Path) -> timedelta:
    """How long the terms of a path take apart."""
    return path.legs.most
