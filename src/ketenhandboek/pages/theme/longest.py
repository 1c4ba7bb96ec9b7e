"""The longest that a route can take, as far as its terms say: a search over all ways that repeat no task."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from functools import cached_property
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
    from ketenhandboek.chain.follow import Follow
    from ketenhandboek.chain.situations import Holding
    from ketenhandboek.kinds.agreement.lines import Next
    from ketenhandboek.kinds.parts import Deadline

MOST_WAYS = 3000
"""Ways that are looked at in one place; when a route has more, the page says so."""
Legs = tuple[Duration, ...]


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


class Arrow(NamedTuple):
    """What comes after a task: within which term that ends, and within which time the next begins."""

    deadline: tuple[Duration | None, Ref | None]
    after: tuple[tuple[str, Duration | None], ...]


Ways = tuple[tuple[str, tuple[Arrow, ...]], ...]


class Durations:
    """Searches themes of one chain; places with the same route and terms are searched once."""

    def __init__(self, chain: Chain) -> None:
        self._chain = chain
        self._terms = Terms(chain)
        self._tasks = chain.records.of(Task)
        self._known: dict[Ways, _Search] = {}
        self._lines: dict[str, list[tuple[Holding, list[Follow]]]] = {}
        self._single: dict[Duration, timedelta] = {}

    def of_theme(self, theme: str) -> Longest | None:
        """The worst path anywhere in the region; None where no term says anything."""
        places: dict[Ways, dict[str, None]] = defaultdict(dict)
        for municipality in self._chain.areas.municipalities:
            for group in self._chain.space.groups.names:
                places[self._ways(municipality, theme, group)][municipality] = None
        found = [(self._searched(ways), names) for ways, names in places.items() if ways]
        longest = [(path, names) for search, names in found for path in search.paths]
        if not longest:
            return None
        path, worst = self._worst_of([path for path, _ in longest])
        where = dict.fromkeys(name for other, names in longest if other.legs == path.legs for name in names)
        endless = dict.fromkeys(task for search, _ in found for task in search.endless)
        return Longest(list(where), path, worst, list(endless), all(search.left > 0 for search, _ in found))

    def _ways(self, municipality: str, theme: str, group: str) -> Ways:
        """The route there as plain values, so that equal routes are known to be equal."""
        space = self._chain.space
        here = self._cells(municipality, space.themes.of((theme,)), space.groups.of((group,)))
        if not here:
            return ()
        arrows: dict[str, dict[Arrow, None]] = defaultdict(dict)
        for holding, after in self._local(municipality):
            if holding.cells & here:
                line = holding.line.line
                following = tuple((a.next.task, _start(a.next)) for a in after if a.cells & here)
                arrows[line.task][Arrow(_term(line.deadline), following)] = None
        return tuple((task, tuple(found)) for task, found in arrows.items())

    def _local(self, municipality: str) -> list[tuple[Holding, list[Follow]]]:
        """The lines of a municipality with what follows on each."""
        if municipality not in self._lines:
            here = self._cells(municipality)
            self._lines[municipality] = [
                (holding, self._after[id(holding)])
                for holding in self._chain.situations.lines
                if holding.cells & here
            ]
        return self._lines[municipality]

    def _cells(self, municipality: str, themes: int = -1, groups: int = -1) -> int:
        space = self._chain.space
        whole = space.whole._replace(municipalities=space.municipalities.of((municipality,)), periods=1)
        return space.cells(whole._replace(themes=whole.themes & themes, groups=whole.groups & groups))

    @cached_property
    def _after(self) -> dict[int, list[Follow]]:
        """What follows on each line, by the line."""
        found: dict[int, list[Follow]] = defaultdict(list)
        for follow in follows(self._chain):
            found[id(follow.holding)].append(follow)
        return found

    def _searched(self, ways: Ways) -> _Search:
        if ways not in self._known:
            self._known[ways] = _Search(dict(ways), self._terms)
            self._known[ways].walk(id_ for id_, task in self._tasks.items() if task.entry)
        return self._known[ways]

    def _worst_of(self, paths: list[Path]) -> tuple[Path, Worst]:
        """The longest path; one is only worked out when its terms apart could be longer than the best."""
        first: dict[Legs, Path] = {}
        for path in paths:
            first.setdefault(path.legs, path)
        ordered = sorted(first.values(), key=lambda path: -self._most(path.legs))
        best = ordered[0], self._run(ordered[0].legs)
        for path in ordered[1:]:
            if self._most(path.legs) <= best[1].length:
                break
            worst = self._run(path.legs)
            if worst.length > best[1].length:
                best = path, worst
        return best

    def _most(self, legs: Legs) -> timedelta:
        for leg in legs:
            if leg not in self._single:
                self._single[leg] = self._terms.length((leg,))
        return sum((self._single[leg] for leg in legs), timedelta())

    def _run(self, legs: Legs) -> Worst:
        return self._terms.clock.worst_path(tuple(map(Leg, legs)), *self._terms.days)


class _Search:
    """Walks a route; what has no term has no end, and nothing that counts from that end has one either."""

    def __init__(self, arrows: Mapping[str, tuple[Arrow, ...]], terms: Terms) -> None:
        self.paths: list[Path] = []
        self.left = MOST_WAYS
        self._arrows = arrows
        self._terms = terms
        self._seen: dict[str, None] = {}
        self._ended: set[str] = set()
        self._since = [
            (task, terms.event(since))
            for task, several in arrows.items()
            for (_, since), _ in several
            if since is not None
        ]

    @property
    def endless(self) -> list[str]:
        """The tasks to which it came, and of which no path gives the end."""
        return [task for task in self._seen if task not in self._ended]

    def walk(self, entries: Iterable[str]) -> None:
        """Every path from where a route begins; its time runs from the begin of that task."""
        for task in entries:
            if task in self._arrows:
                self._onwards((task,), Path((), ()), {Ref(task, BEGIN): ()})

    def _onwards(self, tasks: tuple[str, ...], best: Path, known: dict[Ref, Legs]) -> None:
        """Keep the paths that go on from some tasks; `best` is the last part of them with an end."""
        self._seen[tasks[-1]] = None
        if tasks[-1] not in self._arrows:
            self._keep(best)
        for arrow in self._arrows.get(tasks[-1], ()):
            ended = self._end(arrow, known)
            here, later = best, known
            if ended is not None:
                self._ended.add(tasks[-1])
                here, later = Path(tasks, ended), {**known, Ref(tasks[-1], END): ended}
            ahead = [item for item in arrow.after if item[0] != FINISH and item[0] not in tasks]
            if ended is None or not ahead:
                self._keep(here)
            if ended is not None or self._counts_later(tasks, known):
                for task, wait in ahead if self.left > 0 else ():
                    begun = {Ref(task, BEGIN): (*ended, wait) if wait else ended} if ended is not None else {}
                    self._onwards((*tasks, task), here, later | begun)

    def _keep(self, path: Path) -> None:
        self.left -= 1
        if path.legs:
            self.paths.append(path)

    def _counts_later(self, tasks: tuple[str, ...], known: Collection[Ref]) -> bool:
        """Whether a task that can still come counts from an event that is known."""
        return any(event in known for task, event in self._since if task not in tasks)

    def _end(self, arrow: Arrow, known: dict[Ref, Legs]) -> Legs | None:
        within, since = arrow.deadline
        if within is None or since is None:
            return None
        start = known.get(self._terms.event(since))
        return None if start is None else (*start, within)


def _term(deadline: Deadline | None) -> tuple[Duration | None, Ref | None]:
    if deadline is None or not isinstance(deadline.within, Duration):
        return None, None
    return deadline.within, deadline.since if isinstance(deadline.since, Ref) else None


def _start(item: Next) -> Duration | None:
    """Within which time the next task begins: by its own term, or once the other has confirmed."""
    waited = item.within or (item.handover.confirmed_within if item.handover else None)
    return waited if isinstance(waited, Duration) else None
