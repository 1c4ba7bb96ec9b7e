"""What a line of a local agreement makes different from the line that it elaborates."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any, NamedTuple

from ketenhandboek.findings import Problem, Question, Related
from ketenhandboek.kinds.build import Item
from ketenhandboek.rules.shared.phrases import keeper
from ketenhandboek.rules.shared.terms import Terms
from ketenhandboek.values import Ref, Unknown
from ketenhandboek.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.elaboration import Line

_NO_CONTENT = {"place", "remark", "citation", "open_questions"}
_CROWDS = {"performers": "uitvoerders", "informs": "informeert"}
_DIFFERING = _CROWDS | {
    "deadline": "termijn",
    "consults": "raadpleegt",
    "decides": "beslist",
    "commissioned_by": "in_opdracht_van",
    "method": "methode",
    "preconditions": "vooraf",
    "next": "daarna",
    "feedback": "terugkoppeling",
}
"""The keys of a line that may differ for a reason, by field."""
_OUT = {"performers": "is de taak ook voor {}", "informs": "gaat er ook bericht naar {}"}


class Elaborated(NamedTuple):
    """A line of a local agreement, the line that it elaborates, and where it holds."""

    line: Line
    base: Line
    municipalities: frozenset[str]

    def left_open(self, key: str) -> bool:
        """Whether any of the elaborated agreements leaves a key to the municipalities."""
        above: Line | None = self.base
        while above is not None:
            if key in above.own.left_to_local:
                return True
            above = above.base
        return False

    def problem(self, key: str, message: str) -> Problem:
        """A problem where the local line says it, with the place where the other does."""
        said = Related(self.base.own.place.at(key).span, f"hier staat de regel van {self.title}")
        return Problem(self.line.own.place.at(key).span, message, (said,))

    @property
    def title(self) -> str:
        """The title of the elaborated agreement."""
        return f"'{self.base.agreement.title}'"


class Differences:
    """Judges lines of local agreements in one chain."""

    def __init__(self, chain: Chain) -> None:
        self._chain = chain
        self._terms = Terms(chain)

    def judged(self, pair: Elaborated) -> Iterator[Problem | Question]:
        """What is contrary, or else what differs without a reason."""
        contrary = [*self._accountable(pair), *self._left_out(pair), *self._longer(pair)]
        yield from contrary
        if not contrary and pair.line.own.difference is None:
            yield from self._unexplained(pair)

    def _accountable(self, pair: Elaborated) -> Iterator[Problem]:
        own, above = pair.line.own.accountable, pair.base.line.accountable
        if not isinstance(own, Ref) or not isinstance(above, Ref) or pair.left_open("eindverantwoordelijk"):
            return
        if not self._same(own, above, pair):
            names = self._chain.names
            message = (
                f"Volgens {pair.title} is {names.party(above)} eindverantwoordelijk. Hier staat "
                f"{names.party(own)}. Een lokale afspraak mag dat niet veranderen. Haal het weg, of laat de "
                f"regio het open met 'lokaal_in_te_vullen'."
            )
            yield pair.problem("eindverantwoordelijk", message)

    def _left_out(self, pair: Elaborated) -> Iterator[Problem]:
        """Somebody who carries out the task, or hears about it, by the elaborated line only."""
        for field, key in _CROWDS.items():
            own, above = getattr(pair.line.own, field), getattr(pair.base.line, field)
            if not own or pair.left_open(key):
                continue
            absent = [ref for ref in above if not any(self._same(ref, here, pair) for here in own)]
            if absent:
                names = self._chain.names.parties(absent)
                message = (
                    f"Volgens {pair.title} {_OUT[field].format(names)}. Hier staat dat niet. "
                    f"Zet bij '{key}' ook: {names}."
                )
                yield pair.problem(key, message)

    def _longer(self, pair: Elaborated) -> Iterator[Problem | Question]:
        own, above = pair.line.own.deadline, pair.base.line.deadline
        if not own or not above or pair.left_open("termijn"):
            return
        if isinstance(own.within, Unknown) or isinstance(above.within, Unknown) or not self._from_same(pair):
            question = (
                f"Is de termijn hier even lang als in {pair.title}, of korter? Dat is niet te vergelijken."
            )
            yield Question(own.place.span, question, keeper(self._chain, pair.line.agreement))
        elif self._terms.too_late((own.within,), above.within):
            example = self._terms.example((own.within,), above.within)
            message = (
                f"De termijn is hier {own.within}, maar in {pair.title} {above.within}. "
                f"Een lokale afspraak mag korter zijn, niet langer.{example}"
            )
            yield pair.problem("termijn", message)

    def _from_same(self, pair: Elaborated) -> bool:
        """Whether both terms are counted from the same event, as far as both say so."""
        deadlines = (pair.line.own.deadline, pair.base.line.deadline)
        starts = [deadline.since for deadline in deadlines if deadline]
        if any(isinstance(start, Unknown) for start in starts):
            return False
        return len({self._terms.event(start) for start in starts if isinstance(start, Ref)}) <= 1

    def _unexplained(self, pair: Elaborated) -> Iterator[Problem]:
        keys = [key for field, key in _DIFFERING.items() if self._differs(field, key, pair)]
        if keys:
            quoted = listed(f"'{key}'" for key in keys)
            message = (
                f"Deze regel is anders dan in {pair.title}, bij {quoted}. "
                f"Er staat niet waarom. Zet de reden bij 'afwijking', of maak de regel gelijk."
            )
            yield pair.problem(keys[0], message)

    def _differs(self, field: str, key: str, pair: Elaborated) -> bool:
        """Whether the local line says something else than what the elaborated line says too."""
        own, above = getattr(pair.line.own, field), getattr(pair.base.line, field)
        if not own or not above or pair.left_open(key):
            return False
        if field in _CROWDS:
            return any(not any(self._same(ref, there, pair) for there in above) for ref in own)
        return bool(_content(own) != _content(above))

    def _same(self, one: Ref, other: Ref, pair: Elaborated) -> bool:
        """Whether two names mean the same party wherever the line holds; functions make no difference."""
        return self._chain.binding.same(one.name, other.name, pair.municipalities)


def _content(value: Any) -> Any:
    """A value without its places and remarks, so that what says the same is equal."""
    if isinstance(value, Item):
        fields = (field.name for field in dataclasses.fields(value))
        return tuple(_content(getattr(value, name)) for name in fields if name not in _NO_CONTENT)
    return tuple(map(_content, value)) if isinstance(value, tuple) else value
