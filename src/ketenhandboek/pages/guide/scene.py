"""One kind of partner in one period: who is meant, what holds, and how to say so."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypeVar

from ketenhandboek.kinds.meeting import Meeting
from ketenhandboek.pages.guide.statements import Answers
from ketenhandboek.pages.markup import visible
from ketenhandboek.values import Ref, Unknown

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.elaboration import Line
    from ketenhandboek.chain.situations import Situations
    from ketenhandboek.chain.space import Space
    from ketenhandboek.pages.guide.statements import Part, Parts, Question
    from ketenhandboek.pages.links import Links

_Found = TypeVar("_Found")
MOST_NAMES = 3
"""More partners than this in one answer say less than the name of their kind."""


@dataclass(frozen=True, slots=True)
class Scene:
    """The chain on the first day of a period, seen by one kind of partner; `answers` takes what it says.

    `us` has the names that mean the reader: its kind, and the partners of that kind.
    """

    chain: Chain
    situations: Situations
    links: Links
    space: Space
    shift: int
    us: frozenset[str] = frozenset()
    answers: Answers = field(default_factory=Answers)
    _known: dict[object, list[Any]] = field(default_factory=dict, repr=False, compare=False)
    _common: dict[Hashable, Any] = field(default_factory=dict, repr=False, compare=False)

    def seen_by(self, kind: str) -> Scene:
        """The same period, seen by a kind of partner."""
        partners = self.chain.binding.of_kind(kind)
        return replace(self, us=frozenset((kind, *(partner.id for partner in partners))), _known={})

    def common(self, about: Hashable, make: Callable[[], _Found]) -> _Found:
        """What every reader sees alike in this period, made once."""
        if about not in self._common:
            self._common[about] = make()
        found: _Found = self._common[about]
        return found

    def once(self, find: Callable[[Scene], Iterable[_Found]]) -> list[_Found]:
        """What there is to find in a scene, looked for once for all its topics."""
        if find not in self._known:
            self._known[find] = [*find(self)]
        return self._known[find]

    def say(self, question: Question, parts: Parts, cells: int) -> None:
        """Answer a question in some situations of this period."""
        self.answers.say(question, parts, cells << self.shift)

    def is_us(self, name: str) -> bool:
        """Whether a name means the reader's kind of partner, or a partner of that kind."""
        return name in self.us

    def ours(self, ref: Ref | Unknown | None) -> bool:
        """As `is_us`, for a reference that may be missing."""
        return isinstance(ref, Ref) and self.is_us(ref.name)

    def lines(self, task: str, *, own: bool = False) -> Iterator[tuple[Line, int]]:
        """The lines for a task with the situations in which each holds; only the reader's own if asked."""
        for holding in self.situations.of(task):
            if not own or self.ours(holding.line.line.accountable):
                yield holding.line, holding.cells

    def meant(self, ref: Ref) -> list[tuple[list[Ref], int]]:
        """Who is meant where: a few partners, or the reference itself; nobody where none works."""
        return self.common(("meant", ref), lambda: [*self._meant(ref)])

    def _meant(self, ref: Ref) -> Iterator[tuple[list[Ref], int]]:
        for party, cells in self.situations.parties(ref.name).items():
            if not party and not self.is_meeting(ref.name):
                yield [], cells
            elif 0 < len(party) <= MOST_NAMES:
                could = self.chain.binding.meant(ref.name)
                yield [Ref(one.id, ref.function) for one in could if one.id in party], cells
            else:
                yield [ref], cells

    def is_meeting(self, name: str) -> bool:
        """Whether a name is that of a meeting: it has no telephone, and works wherever it is named."""
        return name in self.chain.records.of(Meeting)

    def at_hours(self, atoms: int) -> int:
        """The situations of a period at some hours."""
        return self.space.cells(self.space.whole._replace(atoms=atoms, periods=1))

    def in_municipalities(self, names: Iterable[str]) -> int:
        """The situations of a period in some municipalities."""
        places = self.space.municipalities.of(names)
        return self.space.cells(self.space.whole._replace(municipalities=places, periods=1))

    def link(self, kind: str, id_: str) -> Part:
        """The name of a record, leading to its page if it has one."""
        return self.common(("link", kind, id_), lambda: self._link(kind, id_))

    def _link(self, kind: str, id_: str) -> Part:
        name, address = visible(self.chain.names.of(kind, id_)), self.links.url(kind, id_)
        return (name, address) if address and self.chain.index.knows(kind, id_) else name

    def to_line(self, line: Line) -> Part:
        """The name of a task, leading to the line of the agreement that settles it."""
        return self.common(("line", id(line.own)), lambda: self._to_line(line))

    def _to_line(self, line: Line) -> Part:
        name = visible(self.chain.names.of("taak", line.own.task))
        return name, f"{self.links.url('afspraak', line.agreement.id)}#{line.own.id}"

    def party(self, ref: Ref) -> Parts:
        """`Veilig Thuis Lindewaarde, teammanager`."""
        return self.common(("party", ref), lambda: self._party(ref))

    def _party(self, ref: Ref) -> Parts:
        known = (kind for kind in ("partner", "soort", "overleg") if self.chain.index.knows(kind, ref.name))
        name = self.link(next(known, ""), ref.name)
        return (name, f", {visible(self.chain.names.function(ref))}") if ref.function else (name,)

    def parties(self, refs: Iterable[Ref], joint: str = " of ") -> Parts:
        """Several parties in one sentence."""
        found: list[Part] = []
        for number, ref in enumerate(refs):
            found.extend((joint, *self.party(ref)) if number else self.party(ref))
        return tuple(found)
