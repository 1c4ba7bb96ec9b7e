"""Who is connected to whom: handovers, information and feedback, and the agreement that says so."""

from __future__ import annotations

from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.kinds.task import Task
from ketenhandboek.values import Ref

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ketenhandboek.chain.areas import Areas
    from ketenhandboek.chain.binding import Binding
    from ketenhandboek.chain.elaboration import Elaboration, Line
    from ketenhandboek.chain.records import Records
    from ketenhandboek.kinds.agreement import Agreement
    from ketenhandboek.kinds.parts import AppliesTo

REPORTER = "melder"
DIVIDED = "een"
"""A task with this division is somebody's; any other everybody does for itself, so nobody hands it over."""


class Way(Enum):
    """The ways in which parties are connected, in the words of the pictures."""

    HANDOVER = "overdracht"
    INFORMATION = "gegevens"
    FEEDBACK = "terugkoppeling"
    CONSULTATION = "raadplegen"


class Connection(NamedTuple):
    """An arrow from one party to another, at a task and for themes; a party is a partner's id or a kind."""

    source: str
    target: str
    way: Way
    label: str
    agreement: str
    task: str = ""
    themes: tuple[str, ...] = ()


class Connections:
    """Every connection in the agreements in force, each said once."""

    def __init__(
        self,
        records: Records,
        agreements: Mapping[str, Agreement],
        elaboration: Elaboration,
        areas: Areas,
        binding: Binding,
    ) -> None:
        self._tasks = records.of(Task)
        self._agreements = agreements
        self._elaboration = elaboration
        self._areas = areas
        self._binding = binding

    @cached_property
    def all(self) -> tuple[Connection, ...]:
        """Between the parties as the agreements name them."""
        return tuple(dict.fromkeys(self._between(self._elaboration.lines, self._agreements.values())))

    def in_municipality(self, municipality: str) -> tuple[Connection, ...]:
        """Between the partners meant in one municipality; a kind to which many are bound stays a kind."""
        lines = self._elaboration.in_municipality(municipality)
        here = [item for item in self._agreements.values() if municipality in self._areas.of(item.areas)]
        named = (
            connection._replace(
                source=self._bound(connection.source, municipality),
                target=self._bound(connection.target, municipality),
            )
            for connection in self._between(lines, here)
        )
        return tuple(dict.fromkeys(item for item in named if item.source != item.target))

    def _bound(self, name: str, municipality: str) -> str:
        meant = self._binding.in_municipality(name, municipality)
        return meant[0].id if len(meant) == 1 else name

    def _between(self, lines: tuple[Line, ...], agreements: Iterable[Agreement]) -> Iterator[Connection]:
        yield from self._handovers(lines)
        for agreement in agreements:
            yield from self._flows(agreement)

    def _handovers(self, lines: tuple[Line, ...]) -> Iterator[Connection]:
        accountable: dict[str, list[str]] = {}
        for line in lines:
            for name in _party(line):
                accountable.setdefault(line.own.task, []).append(name)
        for line in lines:
            for source in _party(line):
                yield from self._next(line, source, accountable)
                yield from self._contacts(line, source)

    def _next(self, line: Line, source: str, accountable: dict[str, list[str]]) -> Iterator[Connection]:
        for following in line.line.next:
            task = self._tasks.get(following.task)
            if task is None or task.division != DIVIDED:
                continue
            for target in dict.fromkeys(accountable.get(following.task, ())):
                if target != source:
                    yield _of_line(line, source, target, Way.HANDOVER, task.name, task.id)

    def _contacts(self, line: Line, source: str) -> Iterator[Connection]:
        task = self._tasks.get(line.own.task)
        label = task.name if task else line.own.task
        for consulted in line.line.consults:
            if consulted.name not in (source, REPORTER):
                yield _of_line(line, source, consulted.name, Way.CONSULTATION, label, line.own.task)
        feedback = line.line.feedback
        if feedback and feedback.to.name not in (source, REPORTER):
            yield _of_line(line, source, feedback.to.name, Way.FEEDBACK, label, line.own.task)

    def _flows(self, agreement: Agreement) -> Iterator[Connection]:
        for flow in agreement.flows:
            if flow.sender.name != flow.receiver.name:
                task = self._tasks.get(flow.task or "")
                label = flow.name or (task.name if task else "")
                ends = (flow.sender.name, flow.receiver.name)
                themes = _themes(flow.applies_to, agreement)
                yield Connection(*ends, Way.INFORMATION, label, agreement.id, flow.task or "", themes)


def _party(line: Line) -> tuple[str, ...]:
    accountable = line.line.accountable
    return (accountable.name,) if isinstance(accountable, Ref) else ()


def _of_line(line: Line, source: str, target: str, way: Way, label: str, task: str) -> Connection:
    themes = _themes(line.line.applies_to, line.agreement)
    return Connection(source, target, way, label, line.agreement.id, task, themes)


def _themes(part: AppliesTo | None, agreement: Agreement) -> tuple[str, ...]:
    return part.themes if part and part.themes else agreement.themes
