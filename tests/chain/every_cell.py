"""The oracle: the same questions, answered by looking at every single situation on a day, with plain sets."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.chain.lifecycle import State
from ketenhandboek.values import Day, Duration, Ref, Truth, Unknown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.kinds.agreement import Agreement
    from ketenhandboek.kinds.agreement.lines import Responsibility
    from ketenhandboek.kinds.task import Task


class Cell(NamedTuple):
    municipality: str
    windows: frozenset[str]
    theme: str
    group: str


class Spoken(NamedTuple):
    """A line with those that it follows, the nearest first, and the agreements that they stand in."""

    owns: tuple[Responsibility, ...]
    agreements: tuple[str, ...]
    cells: frozenset[Cell]

    @property
    def accountable(self) -> Ref | Unknown | None:
        return next((own.accountable for own in self.owns if own.accountable is not None), None)

    @property
    def performers(self) -> tuple[Ref, ...]:
        return next((own.performers for own in self.owns if own.performers), ())

    @property
    def deadline(self) -> Duration | None:
        found = next((own.deadline.within for own in self.owns if own.deadline), None)
        return found if isinstance(found, Duration) else None


class EveryCell:
    """What holds on one day, cell by cell."""

    def __init__(self, chain: Chain, day: date, atoms: Iterable[frozenset[str]] = ()) -> None:
        self.chain = chain.at(day)
        self.day = day
        self.atoms = tuple(atoms) or chain.week.atoms
        self.themes = [item.theme for item in chain.region.themes] if chain.region else []
        self.agreements = self.chain.lifecycle.in_force
        self.cells = [
            Cell(*names)
            for names in product(self.chain.areas.municipalities, self.atoms, self.themes, self._groups(()))
            if names[3] in self._groups(self._of_theme(names[2]))
        ]

    def holding(self, task: str) -> Iterator[Spoken]:
        """The lines for a task, without the cells in which another line elaborates them."""
        written = {id_: list(self._written(id_, task)) for id_ in self.agreements}
        for id_, lines in written.items():
            lower = [other for other in self.agreements if id_ in self._above(other)]
            taken = {cell for other in lower for line in written[other] for cell in line.cells}
            for line in lines:
                if line.cells - taken:
                    yield line._replace(cells=line.cells - taken)

    def open_for(self, task: Task, never: dict[tuple[int, str], set[Cell]]) -> set[Cell]:
        """Where nobody is accountable for a required task; `never` remembers who never meant anybody."""
        if task.valid and task.valid.period.contains(self.day) is not Truth.YES:
            return set()
        covered = set()
        for line in self.holding(task.id):
            for cell in line.cells:
                if self._held(line, task, cell, never):
                    covered.add(cell)
        due = {cell for cell in self.cells if self._due(cell, task)}
        if task.acute:
            return due - covered
        served = {(cell.municipality, cell.theme, cell.group) for cell in covered}
        return {cell for cell in due if (cell.municipality, cell.theme, cell.group) not in served}

    def clashes(self, task: Task) -> dict[frozenset[int], set[Cell]]:
        """The cells in which two lines name parties without anybody in common, by the lines."""
        found: dict[frozenset[int], set[Cell]] = {}
        sure = [line for line in self.holding(task.id) if self._sure(line)]
        for one, other in product(sure, sure):
            for cell in one.cells & other.cells if one is not other else ():
                if self._in_task(cell, task) and self._apart(one, other, cell):
                    found.setdefault(frozenset((id(one.owns[0]), id(other.owns[0]))), set()).add(cell)
        return found

    def _apart(self, one: Spoken, other: Spoken, cell: Cell) -> bool:
        if not isinstance(one.accountable, Ref) or not isinstance(other.accountable, Ref):
            return False
        parties = self._meant(one.accountable.name, cell), self._meant(other.accountable.name, cell)
        return all(parties) and not parties[0] & parties[1]

    def _held(self, line: Spoken, task: Task, cell: Cell, never: dict[tuple[int, str], set[Cell]]) -> bool:
        if isinstance(line.accountable, Unknown):
            return True
        names = [line.accountable.name] if line.accountable else []
        names += [ref.name for ref in line.performers] if task.division == "ieder" else []
        return any(
            bool(self._meant(name, cell)) or cell in never.get((id(line.owns[0]), name), ()) for name in names
        )

    def unbound(self, task: Task, never: dict[tuple[int, str], set[Cell]], space: list[Cell]) -> None:
        """Remember, for each name in a line that holds for the first time, where it means nobody."""
        for line in self.holding(task.id):
            refs = [line.accountable] if isinstance(line.accountable, Ref) else []
            for ref in (*refs, *line.performers):
                nobody = {cell for cell in space if not self._meant(ref.name, cell)}
                never.setdefault((id(line.owns[0]), ref.name), nobody)

    def _meant(self, name: str, cell: Cell) -> set[str]:
        return {item.id for item in self.chain.binding.in_municipality(name, cell.municipality, cell.group)}

    def _due(self, cell: Cell, task: Task) -> bool:
        assert self.chain.region is not None
        member = next(item for item in self.chain.region.municipalities if item.id == cell.municipality)
        started = not isinstance(member.since, Day) or member.since.last <= self.day
        ended = isinstance(member.end, Day) and member.end.first < self.day
        return started and not ended and self._in_task(cell, task)

    def _in_task(self, cell: Cell, task: Task) -> bool:
        return cell.group in self._groups(task.target_groups)

    def _sure(self, line: Spoken) -> bool:
        return all(self.chain.lifecycle.states[id_] is State.IN_FORCE for id_ in line.agreements)

    def _above(self, id_: str) -> list[str]:
        reached = self._reached(id_)
        return [other for other in reached if id_ not in self._reached(other)]

    def _reached(self, id_: str) -> list[str]:
        found = [above for above in self.agreements[id_].elaborates if above in self.agreements]
        for above in found:
            found += [
                more
                for more in self.agreements[above].elaborates
                if more in self.agreements and more not in found
            ]
        return list(dict.fromkeys(found))

    def _written(self, id_: str, task: str) -> Iterator[Spoken]:
        """The lines of one agreement before anything elaborates them, each by the line that it follows."""
        agreement = self.agreements[id_]
        bases = [line for above in self._above(id_) for line in self._written(above, task)]
        for own in agreement.responsibilities:
            if own.task == task:
                yield from self._following(agreement, own, bases)

    def _following(self, agreement: Agreement, own: Responsibility, bases: list[Spoken]) -> Iterator[Spoken]:
        if not bases:
            yield Spoken((own,), (agreement.id,), frozenset(self._box(agreement, (own,))))
            return
        left = {cell for base in bases for cell in self._box(agreement, (own, *base.owns))}
        parts: dict[int, set[Cell]] = {number: set() for number in range(len(bases))}
        for cell in left:
            speaks = (number for number, base in enumerate(bases) if cell in base.cells)
            parts[next(speaks, 0)].add(cell)
        for number, base in enumerate(bases):
            names = (agreement.id, *base.agreements)
            yield Spoken((own, *base.owns), names, frozenset(parts[number]))

    def _box(self, agreement: Agreement, owns: tuple[Responsibility, ...]) -> set[Cell]:
        limits = [own.applies_to for own in owns if own.applies_to]
        areas = next((item.areas for item in limits if item.areas), ("regio",))
        themes = next((item.themes for item in limits if item.themes), ("alle",))
        groups = next((item.target_groups for item in limits if item.target_groups), ())
        windows = next((item.windows for item in limits if item.windows), ("altijd",))
        here = self.chain.areas.of(agreement.areas) & self.chain.areas.of(areas)
        return {
            cell
            for cell in self.cells
            if cell.municipality in here
            and all("alle" in names or cell.theme in names for names in (agreement.themes, themes))
            and cell.group in self._groups(groups)
            and ("altijd" in windows or cell.windows & set(windows))
        }

    def _groups(self, names: tuple[str, ...]) -> list[str]:
        singles = ("slachtoffer", "pleger", "kind")
        return [name for name in singles if not names or name in names or "gezin" in names]

    def _of_theme(self, theme: str) -> tuple[str, ...]:
        return {
            "partnergeweld": ("slachtoffer", "pleger", "kind"),
            "kindermishandeling": ("pleger", "kind"),
            "ouderenmishandeling": ("slachtoffer", "pleger"),
        }[theme]
