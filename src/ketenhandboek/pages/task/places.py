"""Who has a task where and when: situations with the same answer in one row."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.chain.answers import Answer, answers, due, unanswered
from ketenhandboek.pages.markup import Markup, plain
from ketenhandboek.pages.tools import badge, dots, lines
from ketenhandboek.values import Ref
from ketenhandboek.wording import upper_first

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.space import Box
    from ketenhandboek.kinds.task import Task
    from ketenhandboek.pages.links import Links
    from ketenhandboek.pages.phrases import Meant, Phrases

MOST_NAMES = 3
"""More partners than this in one cell say less than the name of their kind."""
ALWAYS, EVERYTHING = "altijd", "alles"
_NOBODY = badge("fout", "niemand")
NOT_AGREED = badge("rust", "niet afgesproken")
NO_DEADLINES = NOT_SAID, NO_TIME = Markup("niet afgesproken"), Markup("geen")


class Told(NamedTuple):
    """What an answer says: who is accountable and decides, who carries out, within which time."""

    who: Markup
    carried_out: Markup
    within: Markup


class Row(NamedTuple):
    """A box of situations in words, and what holds there."""

    where: str
    when: str
    about: str
    told: Told
    rests_on: Markup


@dataclass(slots=True)
class Group:
    """The situations with one answer, and the agreements that give it."""

    cells: int = 0
    rests_on: dict[Markup, None] = field(default_factory=dict)


class Places:
    """Says for one page, or all of one folder, who has which task where.

    `meant` says whom other names than that of the accountable party mean there.
    """

    def __init__(self, chain: Chain, links: Links, say: Phrases, meant: Meant | None = None) -> None:
        self._chain = chain
        self._links = links
        self._say = say
        self._meant_here = meant
        self._known: dict[tuple[str, int], dict[Told, Group]] = {}
        self._said: dict[tuple[str, int], tuple[Told, Markup]] = {}

    def told(self, task: Task, within: int = -1) -> dict[Told, Group]:
        """The different answers for a task in some situations of the day."""
        if (task.id, within) not in self._known:
            self._known[task.id, within] = self._gathered(task, within)
        return self._known[task.id, within]

    def _gathered(self, task: Task, within: int) -> dict[Told, Group]:
        groups: dict[Told, Group] = {}
        for number, answer in enumerate(answers(self._chain, task)):
            if answer.cells & within:
                told, rests_on = self._in_words(task, number, answer)
                group = groups.setdefault(told, Group())
                group.cells |= answer.cells & within
                group.rests_on[rests_on] = None
        for cells, said in zip(unanswered(self._chain, task), (_NOBODY, NOT_AGREED), strict=True):
            if groups and cells & within:
                nothing = Told(said, Markup(""), NO_TIME)
                groups[nothing] = Group(cells & within, {Markup("geen afspraak"): None})
        return groups

    def rows(self, task: Task, within: int = -1) -> list[Row]:
        """The fewest rows for a task, from the first municipality to the last."""
        about = due(self._chain, task) & within
        boxes = [
            (box, told, group)
            for told, group in self.told(task, within).items()
            for box in self._chain.space.cover(group.cells)
        ]
        boxes.sort(key=lambda found: found[0].municipalities & -found[0].municipalities)
        return [self._row(box, about, told, group) for box, told, group in boxes]

    def _row(self, box: Box, within: int, told: Told, group: Group) -> Row:
        telling = self._chain.telling
        return Row(
            upper_first(telling.where(box).removeprefix("in ")),
            telling.when(box) or ALWAYS,
            telling.about(box, within).strip() or EVERYTHING,
            told,
            lines(group.rests_on),
        )

    def _in_words(self, task: Task, number: int, answer: Answer) -> tuple[Told, Markup]:
        """What an answer says, and the agreement that gives it; `number` is its place among those for it."""
        if (task.id, number) not in self._said:
            line = answer.line
            self._said[task.id, number] = self._told(answer), self._links.line(line, line.agreement.title)
        return self._said[task.id, number]

    def _told(self, answer: Answer) -> Told:
        line = answer.line.line
        own = {line.accountable.name, *answer.party} if isinstance(line.accountable, Ref) else set[str]()
        who = self._say.who(answer.line, lambda ref: list(self._meant(ref, answer, own)))
        performers = self._say.performers(answer.line, own)
        within = self._say.deadline(line.deadline) or NOT_SAID
        return Told(lines(who), dots(performers), within)

    def _meant(self, ref: Ref, answer: Answer, own: Iterable[str]) -> Iterator[Ref]:
        if ref.name in own and 0 < len(answer.party) <= MOST_NAMES:
            yield from (Ref(id_, ref.function) for id_ in sorted(answer.party))
        else:
            yield from self._meant_here(ref) if self._meant_here else (ref,)


def table(rows: list[Row]) -> Markup:
    """The rows as a table; what is the same in every row for the whole task has no column."""
    columns = [("Waar", [plain(row.where) for row in rows])]
    if any(row.when != ALWAYS for row in rows):
        columns.append(("Wanneer", [plain(row.when) for row in rows]))
    if any(row.about != EVERYTHING for row in rows):
        columns.append(("Waarbij", [plain(row.about) for row in rows]))
    columns.append(("Wie", [lines((row.told.who, _performed(row))) for row in rows]))
    columns.append(("Binnen", [row.told.within for row in rows]))
    columns.append(("Staat in", [row.rests_on for row in rows]))
    head = " | ".join(name for name, _ in columns)
    body = (" | ".join(cells) for cells in zip(*(cells for _, cells in columns), strict=True))
    return Markup("\n".join([f"| {head} |", "|---" * len(columns) + "|", *(f"| {row} |" for row in body)]))


def _performed(row: Row) -> Markup:
    return Markup(f"voert uit: {row.told.carried_out}" if row.told.carried_out else "")
