"""The Routewijzer says in every situation what the chain says there, and nothing else."""

from __future__ import annotations

import gzip
import json
from datetime import date
from functools import cache
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from handbook import chain_of
from written_regions import agreement, partners, written

from ketenhandboek.chain.load import load_chain
from ketenhandboek.kinds.task import Task
from ketenhandboek.pages.guide import answers_file
from ketenhandboek.pages.guide.statements import Question
from ketenhandboek.values import Duration, Ref

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.elaboration import Line
    from ketenhandboek.chain.space import Situation
    from ketenhandboek.kinds.agreement import Agreement
    from ketenhandboek.kinds.partner import Partner
    from ketenhandboek.kinds.parts import AppliesTo

ROOT = Path(__file__).parents[2]
DAY = date(2026, 11, 22)
ONE_PLACE = """
id: regio-een
naam: Regio Een
fictief: ja
gemeenten:
  - id: abelen
    code: GM9901
    naam: Abelen
"""
TWO_TEAMS = partners(
    "team-een: lokaal-team in abelen",
    "team-twee: lokaal-team in abelen",
    "loket: veilig-thuis in abelen; bereikbaar:;   - tijden:;       - onbekend;     telefoon: 0800-2000",
    "school-een: onderwijs in abelen",
)
LINES = """
geldig:
  van: onbekend
verantwoordelijkheden:
  - id: melden
    taak: melden
    eindverantwoordelijk: onderwijs
    beslist: onbekend
  - id: ontvangen
    taak: melding-ontvangen
    eindverantwoordelijk: veilig-thuis
    termijn:
      binnen: onbekend
    daarna:
      - naar: opvang
  - id: triage
    taak: triage
    eindverantwoordelijk: onbekend
  - id: opvang
    taak: opvang
    eindverantwoordelijk: lokaal-team
  - id: advies
    taak: advies-geven
    eindverantwoordelijk: politie
"""


@cache
def lindewaarde() -> Chain:
    return load_chain(ROOT / "data", DAY)


@cache
def small() -> Chain:
    """One municipality, no windows, nothing certain, two partners of one kind, a kind that is not there."""
    return written("2026-01-01", regio=ONE_PLACE, partners=TWO_TEAMS, afspraken__een=agreement(LINES))


@cache
def example() -> Chain:
    return chain_of()


CHAINS = {"lindewaarde": lindewaarde, "small": small, "example": example}


@cache
def data_of(name: str) -> Any:
    (text,) = answers_file(CHAINS[name]()).values()
    return json.loads(text)


def told(data: Any, kind: str, wish: str, topic: str, question: Question, where: Situation) -> set[str]:
    """What the file says, looked up as the script does it; nothing where nothing is agreed."""
    lists = next(lists for name, lists in data["work"][kind][wish] if name == topic)
    place = data["municipalities"].index(where.municipality)
    block = where.period * len(data["municipalities"]) + place
    bit = where.atom * len(data["pairs"]) + data["pairs"].index([where.theme, where.group])
    found = set()
    for text, cells in data["lists"][lists[question]]:
        digits = data["blocks"][data["sets"][cells][block]]
        if bit // 4 < len(digits) and int(digits[bit // 4], 16) >> bit % 4 & 1:
            found.add(said(data["texts"][text]))
    return found


def said(parts: list[Any]) -> str:
    return "".join(part if isinstance(part, str) else part[0] for part in parts)


def situations(chain: Chain) -> Iterator[Situation]:
    space = chain.space
    yield from space.situations(space.cells(space.whole))


class Oracle:
    """The chain asked in one situation, without sets."""

    def __init__(self, chain: Chain, where: Situation) -> None:
        self.then = chain.at(chain.change_points[where.period])
        self.where = where
        self.lines = chain.coverage.periods[where.period].at(where)
        self.windows = chain.week.atoms[where.atom]

    def of(self, task: str) -> list[Line]:
        return [line for line in self.lines if line.own.task == task]

    def meant(self, ref: Ref) -> list[Partner]:
        return list(self.then.binding.in_municipality(ref.name, self.where.municipality, self.where.group))

    def calls(self, task: str) -> set[str]:
        """The name and number of each party that is accountable."""
        found = set()
        for line in self.of(task):
            if isinstance(line.line.accountable, Ref):
                for partner in self.meant(line.line.accountable):
                    found |= {f"{partner.name}: {way}" for way in self.ways(partner, task)}
        return found

    def ways(self, partner: Partner, task: str) -> list[str]:
        now = [way for way in partner.reachable if {"altijd", "onbekend", *self.windows} & {*way.windows}]
        own = [way for way in now if task in way.tasks] or [way for way in now if not way.tasks] or now
        return [way.telephone or f"via {way.via}" for way in own] or [
            "nu niet bereikbaar" if partner.reachable else "niet bekend hoe u belt"
        ]

    def deciders(self, task: str) -> set[str]:
        return {
            partner.name
            for line in self.of(task)
            if isinstance(line.line.decides, Ref)
            for partner in self.meant(line.line.decides)
        }

    def terms(self, *tasks: str) -> set[str]:
        names = self.then.names
        return {
            f"{names.of('taak', task)}: binnen {term.within} vanaf {names.event(term.since)}."
            for task in tasks
            for line in self.of(task)
            if (term := line.line.deadline)
            and isinstance(term.within, Duration)
            and isinstance(term.since, Ref)
        }

    def holds(self, item: Agreement, part: AppliesTo | None) -> bool:
        """Whether an agreement, or a part of it, is about this situation."""
        where, binding, areas = self.where, self.then.binding, self.then.areas
        if where.municipality not in areas.of(item.areas) or not {where.theme, "alle"} & {*item.themes}:
            return False
        return part is None or (
            (not part.areas or where.municipality in areas.of(part.areas))
            and (not part.themes or bool({where.theme, "alle"} & {*part.themes}))
            and where.group in binding.groups_in(part.target_groups)
            and (not part.windows or bool({"altijd", *self.windows} & {*part.windows}))
        )

    def grounds(self, kind: str, other: str) -> set[str]:
        """The grounds on which a kind of partner and another exchange anything."""
        binding, found = self.then.binding, set[str]()
        own = {kind, *(partner.id for partner in binding.of_kind(kind))}
        for item in self.then.lifecycle.in_force.values():
            for flow in item.flows:
                ends = (flow.sender.name, flow.receiver.name)
                pair = ends[1] if ends[0] in own else ends[0]
                if own & {*ends} and pair == other and self.holds(item, flow.applies_to):
                    found |= {self.then.names.of("grondslag", ground) for ground in flow.grounds}
        return found


@pytest.mark.parametrize("name", CHAINS)
def test_every_answer_about_advice_and_reports_is_the_chains_own(name: str) -> None:
    """For every kind of partner, in every municipality, hour, theme, target group and period."""
    chain, data = CHAINS[name](), data_of(name)
    for where in situations(chain):
        oracle = Oracle(chain, where)
        for kind, (wish, topic, task) in product(
            data["work"],
            (("advies", "advies", "advies-geven"), ("melden", "een melding", "melding-ontvangen")),
        ):
            calls = told(data, kind, wish, topic, Question.CALL, where)
            expected = oracle.calls(task)
            assert all(any(one.startswith(want) for one in calls) for want in expected), (kind, where)
            known = [one for one in calls if "Afgesproken is" not in one and "niet bekend wie" not in one]
            assert len(known) == len(expected), (kind, where, calls, expected)
            terms = told(data, kind, wish, topic, Question.DEADLINE, where)
            assert oracle.terms(task) <= terms
            assert {term for term in terms if term.startswith(chain.names.of("taak", task))} <= {
                *oracle.terms(task),
                f"{chain.names.of('taak', task)}: de termijn is niet bekend.",
            }


@pytest.mark.parametrize("name", CHAINS)
def test_who_decides_when_it_is_acute_is_the_chains_own(name: str) -> None:
    chain, data = CHAINS[name](), data_of(name)
    tasks = {task.name.casefold(): task.id for task in chain.records.of(Task).values()}
    kind = next(iter(data["work"]))
    topics = [topic for topic, _ in data["work"][kind]["acuut"] if topic in tasks]
    for where, topic in product(situations(chain), topics):
        oracle = Oracle(chain, where)
        deciders = told(data, kind, "acuut", topic, Question.DECIDES, where)
        expected = oracle.deciders(tasks[topic])
        assert all(any(name in decider for decider in deciders) for name in expected), (topic, where)
        assert not expected or len(deciders) == len({line.line.decides for line in oracle.of(tasks[topic])})


@pytest.mark.parametrize("name", ["lindewaarde", "example"])
def test_the_grounds_for_sharing_are_the_chains_own(name: str) -> None:
    chain, data = CHAINS[name](), data_of(name)
    partners_of = [
        ("politie", "veilig-thuis"),
        ("lokaal-team", "veilig-thuis"),
        ("veilig-thuis", "lokaal-team"),
    ]
    for where, (kind, other) in product(situations(chain), partners_of):
        topic = f"met {chain.names.party(other)}"
        if topic in [name for name, _ in data["work"].get(kind, {}).get("delen", ())]:
            shared = told(data, kind, "delen", topic, Question.SHARE, where)
            expected = Oracle(chain, where).grounds(kind, other)
            assert all(any(ground in one for one in shared) for ground in expected)
            assert bool(shared) == bool(expected)


def test_what_is_not_known_or_not_there_is_said() -> None:
    """Nobody of the kind works there; nobody knows who, when or by when; two partners share one task."""
    data, where = data_of("small"), next(situations(small()))
    (advice,) = told(data, "onderwijs", "advies", "advies", Question.CALL, where)
    assert advice == (
        "Afgesproken is: Politie. Die is er in deze gemeente niet. "
        "Bel Veilig Thuis 0800-2000; bij direct gevaar 112."
    )
    assert told(data, "onderwijs", "melden", "een melding", Question.CALL, where) == {
        "Loket: 0800-2000 (niet bekend wanneer)."
    }
    assert told(data, "onderwijs", "melden", "een melding", Question.DECIDES, where) == {
        "Melden: niet bekend wie beslist.",
        "Triage: niet bekend wie dit doet.",
    }
    assert told(data, "onderwijs", "acuut", "opvang", Question.CALL, where) == {
        f"{team}: niet bekend hoe u belt. Bel Veilig Thuis 0800-2000; bij direct gevaar 112."
        for team in ("Team-Een", "Team-Twee")
    }
    (valid,) = told(data, "onderwijs", "advies", "advies", Question.VALID, where)
    assert "niet bekend of deze afspraak nu geldt" in valid
    assert data["nothing"][Question.CALL][0] == "Hierover is niets afgesproken."


def test_a_region_without_windows_has_one_hour() -> None:
    assert {tuple(map(tuple, pieces)) for pieces in data_of("small")["week"].values()} == {((0, 0),)}


@pytest.mark.parametrize(
    ("before", "today", "minute", "window"),
    [("4", "5", 1420, "nacht"), ("4", "5", 600, "weekend"), ("1", "7", 600, "weekend")],
)
def test_the_device_finds_the_piece_of_the_week(before: str, today: str, minute: int, window: str) -> None:
    """Saturday night is night; a holiday in the week counts as the weekend."""
    pieces = data_of("lindewaarde")["week"][before + today]
    atom = max(piece for piece in pieces if piece[0] <= minute)[1]
    assert window in lindewaarde().week.atoms[atom]


def test_holidays_stand_in_it_for_two_years() -> None:
    """Liberation Day every year, as the region wants; Good Friday is an ordinary day there."""
    holidays = data_of("lindewaarde")["holidays"]
    assert {"2026-12-25", "2027-05-05", "2028-05-05", "2028-04-17"} <= {*holidays}
    assert "2027-03-26" not in holidays


def test_the_file_is_small_and_the_same_every_time() -> None:
    (text,) = answers_file(lindewaarde()).values()
    assert text == next(iter(answers_file(load_chain(ROOT / "data", DAY)).values()))
    assert len(gzip.compress(text.encode())) < 60_000
