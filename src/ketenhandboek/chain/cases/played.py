"""All example cases of a region: each run in every situation, and held against what it expects."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.chain.calendar import calendar_of
from ketenhandboek.chain.cases.expectations import Judge
from ketenhandboek.chain.cases.flows import Flows
from ketenhandboek.chain.cases.hurdles import (
    Hurdle,
    first_line,
    hurdles,
    known,
    pairs,
    untold,
    without_start,
)
from ketenhandboek.chain.cases.runner import run
from ketenhandboek.chain.cases.scene import Scene
from ketenhandboek.chain.cases.script import told_moment
from ketenhandboek.chain.cases.timing import Timing
from ketenhandboek.chain.cases.verdicts import Result, Verdict
from ketenhandboek.chain.clock import clock_of, local
from ketenhandboek.chain.periods import change_points
from ketenhandboek.kinds.case import Case

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ketenhandboek.chain.cases.values import Run
    from ketenhandboek.chain.chain import Chain


@dataclass(frozen=True, slots=True)
class Played:
    """A case as it goes on its own day, with the verdicts on its expectations in each run.

    What can't be run has no runs: because of its hurdles, or because of a name that does not exist.
    `chain` is the chain as it is on the day of the case.
    """

    case: Case
    chain: Chain
    hurdles: tuple[Hurdle, ...] = ()
    scenes: tuple[Scene, ...] = ()
    runs: tuple[Run, ...] = ()
    verdicts: tuple[tuple[Verdict, ...], ...] = ()
    flows: Flows | None = None


class _Then(NamedTuple):
    """What is known of a stretch of time in which nothing changes."""

    chain: Chain
    timing: Timing
    flows: Flows


class Cases:
    """The cases of a chain; those that play while nothing changes share what is known of that time."""

    def __init__(self, chain: Chain) -> None:
        self._chain = chain
        self._calendar = calendar_of(chain.region)
        self._stretches: dict[int, _Then] = {}

    @cached_property
    def played(self) -> Mapping[str, Played]:
        """Every case by its id, sorted."""
        cases = self._chain.records.of(Case)
        return {id_: self.play(cases[id_]) for id_ in sorted(cases)}

    def play(self, case: Case) -> Played:
        """A case in all its situations."""
        then = self._then(local(told_moment(case.situation.moment)).date())
        if not known(case, then.chain):
            return Played(case, then.chain)
        found = tuple(hurdles(case, then.chain))
        if found:
            return Played(case, then.chain, found)
        scenes = tuple(
            Scene(then.chain, self._calendar, case.situation.municipality, theme, group)
            for theme, group in pairs(case, then.chain)
        )
        return self._run(case, then, scenes)

    def _run(self, case: Case, then: _Then, scenes: tuple[Scene, ...]) -> Played:
        runs = []
        for scene in scenes:
            line = first_line(case, scene)
            if line is None:
                return Played(case, then.chain, (without_start(case, then.chain),))
            runs.append(run(case, scene, then.timing, line))
        verdicts = tuple(
            Judge(case, scene, one, then.timing, then.flows).verdicts()
            for scene, one in zip(scenes, runs, strict=True)
        )
        waiting = [
            one
            for one, said in zip(runs, verdicts, strict=True)
            if any(verdict.result is Result.UNTOLD for verdict in said)
        ]
        found = tuple(untold(case, then.chain, waiting))
        return Played(case, then.chain, found, scenes, tuple(runs), verdicts, then.flows)

    def _then(self, day: date) -> _Then:
        stretch = bisect_right(self._changes, day)
        if stretch not in self._stretches:
            same = stretch == bisect_right(self._changes, self._chain.day)
            chain = self._chain if same else self._chain.at(day)
            self._stretches[stretch] = _Then(chain, Timing(chain, clock_of(self._calendar)), Flows(chain))
        return self._stretches[stretch]

    @cached_property
    def _changes(self) -> tuple[date, ...]:
        """Every day on which something begins or has just ended."""
        return change_points(self._chain.records, date.min, date.max)
