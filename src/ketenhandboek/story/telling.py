"""The runs of a case as one story: what is the same in several situations is told once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ketenhandboek.chain.cases.values import Ending
from ketenhandboek.chain.cases.verdicts import Result
from ketenhandboek.chain.cases.words import moment_in_words, situations_in_words
from ketenhandboek.story.facts import Facts
from ketenhandboek.wording import lower_first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.cases.played import Played
    from ketenhandboek.chain.cases.values import Run, Step
    from ketenhandboek.chain.cases.verdicts import Verdict
    from ketenhandboek.kinds.case import Expectation

_SAID = {
    Ending.END: "Hier eindigt dit spoor.",
    Ending.ELSEWHERE: "De route gaat verder voor een ander gezinslid.",
    Ending.DEAD_END: "Er staat nergens wat er dan gebeurt.",
    Ending.UNTOLD: "De casus zegt niet hoe dit afloopt. Hier stopt het verhaal.",
    Ending.STUCK: "Niemand bevestigt de overdracht, en er is geen escalatieroute. Hier loopt het vast.",
    Ending.ROUND: "De route draait rond zonder besluit. Hier stopt het verhaal.",
}


@dataclass(frozen=True, slots=True)
class Told:
    """A step of the story: when, for whom (nothing when for all), what there is to say, and how it ends here.

    `facts` are pairs of a label and a sentence.
    """

    step: Step
    when: str
    whom: str
    facts: tuple[tuple[str, str], ...]
    endings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """An expectation with its result over all runs, and what was said where it did not hold."""

    expectation: Expectation
    result: Result
    said: tuple[str, ...]


def steps(played: Played) -> tuple[Told, ...]:
    """The story in the order of time."""
    found: dict[tuple[object, ...], list[tuple[int, Step]]] = {}
    order: dict[tuple[object, ...], tuple[float, int]] = {}
    for place, run in enumerate(played.runs):
        for step, moment in zip(run.steps, _moments(run), strict=True):
            found.setdefault(step.content, []).append((place, step))
            order.setdefault(step.content, (moment, step.number))
    return tuple(_told(played, found[key]) for key in sorted(found, key=lambda key: order[key]))


def expectations(played: Played) -> Iterator[Judged]:
    """Every expectation; one that fails in some situation, fails."""
    for number, item in enumerate(played.case.expectations):
        verdicts = [(said[number], run) for said, run in zip(played.verdicts, played.runs, strict=True)]
        results = {verdict.result for verdict, _ in verdicts}
        worst = next((result for result in _GRAVEST if result in results), Result.UNTOLD)
        yield Judged(item, worst, _said(played, verdicts, worst))


_GRAVEST = (Result.BROKEN, Result.UNTOLD, Result.ASKED, Result.HOLDS, Result.ELSEWHERE)


def _said(played: Played, verdicts: list[tuple[Verdict, Run]], result: Result) -> tuple[str, ...]:
    ways: dict[str, list[Run]] = {}
    for verdict, run in verdicts:
        if verdict.result is result and verdict.said:
            ways.setdefault(verdict.said, []).append(run)
    where = {said: situations_in_words(played.chain.names, runs, played.runs) for said, runs in ways.items()}
    return tuple(f"{said} Dat is zo {place}." if place else said for said, place in where.items())


def _moments(run: Run) -> list[float]:
    """A moment for each step by which to sort it; one without any stands after the step that it came from."""
    found: list[float] = []
    for step in run.steps:
        before = found[step.came.after] if step.came else 0.0
        found.append(max(before, step.begin.at.timestamp()) if step.begin.at else before)
    return found


def _told(played: Played, places: list[tuple[int, Step]]) -> Told:
    place, step = places[0]
    runs = [played.runs[number] for number, _ in places]
    facts = Facts(played, played.scenes[place], played.runs[place])
    endings = {
        f"{_ending(played, stop)}{_only(played, [run for run in runs if run in having], runs)}": None
        for stop, having in _stops(played, places).items()
    }
    return Told(
        step,
        moment_in_words(step.begin) if step.came is None else facts.begins(step),
        situations_in_words(played.chain.names, runs, played.runs),
        tuple(facts.of(step)),
        tuple(endings),
    )


def _stops(played: Played, places: list[tuple[int, Step]]) -> dict[tuple[Ending, str], list[Run]]:
    found: dict[tuple[Ending, str], list[Run]] = {}
    for number, step in places:
        run = played.runs[number]
        for stop in run.stops:
            if stop.after == step.number:
                found.setdefault((stop.ending, stop.task), []).append(run)
    return found


def _ending(played: Played, stop: tuple[Ending, str]) -> str:
    ending, task = stop
    if ending in _SAID:
        return _SAID[ending]
    return f"Daarna moet {lower_first(played.chain.names.of('taak', task))} beginnen, maar {ending.value}."


def _only(played: Played, some: list[Run], every: list[Run]) -> str:
    said = situations_in_words(played.chain.names, some, every)
    return f" Dat is zo {said}." if said else ""
