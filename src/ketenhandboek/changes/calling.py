"""What things are called in a comparison: as they are called now, else as they were called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.changes.values import Named
from ketenhandboek.kinds.agreement import Agreement
from ketenhandboek.values import UNKNOWN, Ref, Unknown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ketenhandboek.chain.chain import Chain

_PARTIES = ("partner", "soort", "overleg")
_AREAS = ("gebied", "gemeente")


class Calling:
    """Names out of two chains."""

    def __init__(self, old: Chain, new: Chain) -> None:
        self._old = old
        self._new = new

    def of(self, kind: str, id_: str) -> str:
        """The name of a record or part, or the id itself when neither chain knows it."""
        return self._knowing((kind,), id_).names.of(kind, id_)

    def named(self, kind: str, id_: str) -> Named:
        """The same with its id."""
        return Named(kind, id_, self.of(kind, id_))

    def party(self, ref: Ref | str | Unknown, chain: Chain | None = None) -> Named:
        """A partner, kind or meeting, with its function before it; as `chain` calls it, if given."""
        if str(ref) == UNKNOWN.value:
            return Named("", UNKNOWN.value, "onbekend wie")
        asked = ref if isinstance(ref, Ref) else Ref.parse(str(ref))
        known = chain or self._knowing(_PARTIES, asked.name)
        kind = next((kind for kind in _PARTIES if known.index.knows(kind, asked.name)), "")
        return Named(kind, str(asked), known.names.party(asked))

    def parties(self, refs: Iterable[Ref | str], chain: Chain | None = None) -> tuple[Named, ...]:
        """Several of them, by name."""
        return tuple(sorted((self.party(ref, chain) for ref in refs), key=lambda found: found.name))

    def event(self, ref: Ref | Unknown | None) -> str:
        """The event from which a term counts, in words; empty when none is named."""
        if not isinstance(ref, Ref):
            return ""
        return self._knowing(("taak",), ref.name).names.event(ref)

    def areas(self, ids: Iterable[str]) -> tuple[Named, ...]:
        """Areas and municipalities."""
        return tuple(
            self.named(next((kind for kind in _AREAS if self._known(kind, id_)), ""), id_) for id_ in ids
        )

    def agreement(self, id_: str) -> Named:
        """An agreement by its title."""
        for chain in (self._new, self._old):
            if id_ in chain.records.of(Agreement):
                return Named("afspraak", id_, chain.records.of(Agreement)[id_].title)
        return Named("afspraak", id_, id_)

    def _known(self, kind: str, id_: str) -> bool:
        return any(chain.index.knows(kind, id_) for chain in (self._new, self._old))

    def _knowing(self, kinds: tuple[str, ...], id_: str) -> Chain:
        return self._new if any(self._new.index.knows(kind, id_) for kind in kinds) else self._old
