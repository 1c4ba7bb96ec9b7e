"""What each municipality made of a model agreement, line by line: filled in, stricter, or different."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.chain.local import FIELD_OF, Elaborated, elaborated, left_open
from ketenhandboek.pages.markup import Markup, plain
from ketenhandboek.pages.tools import badge, dots, shown
from ketenhandboek.rules.shared.terms import Terms
from ketenhandboek.values import Duration, Ref, Unknown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.elaboration import Line
    from ketenhandboek.kinds.agreement import Agreement
    from ketenhandboek.kinds.parts import Deadline
    from ketenhandboek.pages.links import Links

_MORE = {"performers": "doet ook mee: {}", "informs": "ook bericht aan: {}"}


class Branch(NamedTuple):
    """Municipalities with what they made of the model; without agreements they made nothing yet."""

    group: Elaborated
    lines: list[tuple[Line, list[Markup]]]


class Tree:
    """The elaborations of one model agreement, as its page tells them."""

    def __init__(self, chain: Chain, links: Links, model: Agreement) -> None:
        self._chain = chain
        self._links = links
        self._terms = Terms(chain)
        groups = elaborated(chain, model)
        wanted = model.asks_local_instruction or any(group.agreements for group in groups)
        self.branches = [self._branch(group) for group in groups] if wanted else []

    @property
    def counts(self) -> tuple[int, int]:
        """How many municipalities have an elaboration, and how many there are."""
        sizes = [
            (len(branch.group.municipalities), bool(branch.group.agreements)) for branch in self.branches
        ]
        return sum(size for size, made in sizes if made), sum(size for size, _ in sizes)

    def _branch(self, group: Elaborated) -> Branch:
        return Branch(group, [(line, list(self._told(group, line))) for line in group.lines])

    def _told(self, group: Elaborated, line: Line) -> Iterator[Markup]:
        """What a local line fills in, makes stricter or does in another way, each after its label."""
        open_keys = line.base.own.left_to_local if line.base else ()
        filled = [self._filled(line, key) for key in open_keys if getattr(line.own, FIELD_OF[key])]
        stricter = [*self._shorter(line, open_keys), *self._more(group, line, open_keys)]
        labelled = (
            ("goed", "Ingevuld", filled),
            ("goed", "Strenger", stricter),
            ("let-op", "Anders", [plain(line.own.difference)] if line.own.difference else []),
            ("info", "Nog open", [plain(key) for key in left_open(line)]),
        )
        yield from (Markup(f"{badge(style, label)} {dots(said)}") for style, label, said in labelled if said)

    def _filled(self, line: Line, key: str) -> Markup:
        value = getattr(line.own, FIELD_OF[key])
        if key == "termijn":
            return Markup(f"binnen {shown(value.within)}")
        if key == "methode":
            return Markup(f"werkwijze: {plain(value)}")
        refs = value if isinstance(value, tuple) else (value,)
        return Markup(f"{key.replace('uitvoerders', 'voert uit')}: {dots(map(self._links.party, refs))}")

    def _shorter(self, line: Line, open_keys: tuple[str, ...]) -> Iterator[Markup]:
        own, above = _length(line.own.deadline), _length(line.base.line.deadline if line.base else None)
        if own and above and "termijn" not in open_keys and self._terms.exceeds(above, own):
            yield Markup(f"{own}, in de regio {above}")

    def _more(self, group: Elaborated, line: Line, open_keys: tuple[str, ...]) -> Iterator[Markup]:
        """Who is added to those whom the model names."""
        here = [municipality.id for municipality in group.municipalities]
        for field, said in _MORE.items():
            own: tuple[Ref, ...] = getattr(line.own, field)
            above: tuple[Ref, ...] = getattr(line.base.line, field) if line.base else ()
            same = self._chain.binding.same
            added = [ref for ref in own if not any(same(ref.name, other.name, here) for other in above)]
            if added and above and not any(FIELD_OF[key] == field for key in open_keys):
                yield Markup(said.format(dots(map(self._links.party, added))))


def _length(deadline: Deadline | None) -> Duration | None:
    within = deadline.within if deadline else None
    return None if isinstance(within, Unknown) else within
