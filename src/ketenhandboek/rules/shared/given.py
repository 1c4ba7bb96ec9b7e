"""Who gives whom information, as far as the agreements in force say."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ketenhandboek.chain.chain import Chain


class Given:
    """The flows in force, as pairs of partners in a municipality; with a task only those that suit it."""

    def __init__(self, chain: Chain, task: str | None = None) -> None:
        self._meant = chain.families.meant
        self._pairs: set[tuple[str, str, str]] = set()
        for agreement in chain.lifecycle.in_force.values():
            here = chain.areas.of(agreement.areas)
            for flow in agreement.flows:
                if task and flow.task not in (None, task):
                    continue
                own = flow.applies_to.areas if flow.applies_to else ()
                for municipality in here & chain.areas.of(own) if own else here:
                    self._pairs.update(self._between(flow.sender.name, (flow.receiver.name,), municipality))

    def to_any(self, sender: str, receivers: Iterable[str], municipality: str) -> bool:
        """Whether something goes from a partner or kind to one of the others there."""
        return not self._pairs.isdisjoint(self._between(sender, receivers, municipality))

    def _between(self, sender: str, receivers: Iterable[str], here: str) -> Iterator[tuple[str, str, str]]:
        givers = self._meant(sender, here)
        return (
            (here, giver, taker)
            for receiver in receivers
            for taker in self._meant(receiver, here)
            for giver in givers
        )
