"""What a name on a ladder or in a line means: who counts as one party, and which functions it has."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.kinds.meeting import Meeting
from ketenhandboek.kinds.partner import Partner

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.kinds.parts import Function
    from ketenhandboek.values import Ref

MUNICIPALITY = "gemeente"
LOCAL_TEAM = "lokaal-team"
Family = frozenset[str]


class Holders(NamedTuple):
    """A function with its deputy, and the partners that share both because their kind gives them."""

    function: Function
    deputy: Function | None
    partners: list[str]


class Families:
    """Looks up what names mean, each name once.

    A family is an organisation with everything that it is part of; a local team has its municipality too.
    Two names that share a member of their family are one party.
    """

    def __init__(self, chain: Chain) -> None:
        self._chain = chain
        self._partners = chain.records.of(Partner)
        self._meetings = chain.records.of(Meeting)
        self._known: dict[tuple[str, str], Family] = {}
        self._meant: dict[tuple[str, str], Family] = {}
        self._holders: dict[Ref, list[Holders]] = {}

    def of(self, name: str, municipality: str) -> Family:
        """The family of a partner, kind or meeting; empty where nobody is meant who works there."""
        key = (name, municipality)
        if key not in self._known:
            self._known[key] = frozenset(self._gather(name, municipality))
        return self._known[key]

    def meant(self, name: str, municipality: str) -> Family:
        """Only the partners that are meant and work there, without their families."""
        key = (name, municipality)
        if key not in self._meant:
            self._meant[key] = self._working(name, municipality)
        return self._meant[key]

    def holders(self, who: Ref) -> list[Holders]:
        """The functions that a reference means, at every partner that it can mean."""
        if who not in self._holders:
            self._holders[who] = self._find_holders(who)
        return self._holders[who]

    def _working(self, name: str, municipality: str) -> Family:
        binding = self._chain.binding
        found = (partner.id for partner in binding.in_municipality(name, municipality))
        return frozenset(id_ for id_ in found if municipality in binding.municipalities(id_))

    def _find_holders(self, who: Ref) -> list[Holders]:
        found: dict[tuple[int, int], Holders] = {}
        for partner in self._chain.binding.meant(who.name):
            functions = self._chain.functions.of(partner.id)
            function = functions.get(who.function)
            if function is not None:
                deputy = functions.get(function.deputy or "")
                key = (id(function.place), id(deputy.place) if deputy else 0)
                found.setdefault(key, Holders(function, deputy, [])).partners.append(partner.id)
        return list(found.values())

    def _gather(self, name: str, municipality: str) -> Iterator[str]:
        meeting = self._meetings.get(name)
        for participant in meeting.participants if meeting else ():
            yield from self._gather(participant.name, municipality)
        for id_ in self.meant(name, municipality):
            yield from self._upwards(id_)
            if self._partners[id_].kind == LOCAL_TEAM:
                yield from self.meant(MUNICIPALITY, municipality)

    def _upwards(self, id_: str) -> Iterator[str]:
        seen: set[str] = set()
        while id_ in self._partners and id_ not in seen:
            seen.add(id_)
            yield id_
            id_ = self._partners[id_].part_of or ""
