"""Who is meant: a partner's id means that partner, a kind means whoever is bound to it in a municipality."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from ketenhandboek.kinds.partner import Partner
from ketenhandboek.kinds.partner_kind import PartnerKind
from ketenhandboek.kinds.target_group import TargetGroup
from ketenhandboek.values import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from ketenhandboek.chain.areas import Areas
    from ketenhandboek.chain.records import Records


class Binding:
    """The partners that exist on a day, and where each of them works."""

    def __init__(self, records: Records, areas: Areas, day: date) -> None:
        self._kinds = records.of(PartnerKind)
        self._groups = records.of(TargetGroup)
        self.partners: dict[str, Partner] = {
            id_: partner
            for id_, partner in records.of(Partner).items()
            if partner.exists is None or partner.exists.period.contains(day) is not Truth.NO
        }
        self._where: dict[str, frozenset[str]] = {
            id_: areas.of(
                area.area for area in partner.work_areas if area.period.contains(day) is not Truth.NO
            )
            for id_, partner in self.partners.items()
        }
        self._groups_in: dict[tuple[str, ...], frozenset[str]] = {}
        self._bound: dict[tuple[str, str, str | None], tuple[Partner, ...]] = {}
        self._bound_to_each: dict[tuple[str, str, frozenset[str]], tuple[tuple[Partner, ...], ...]] = {}
        self._of_kind_in: dict[tuple[str, frozenset[str]], tuple[Partner, ...]] = {}
        self._of_kind: dict[str, list[Partner]] = defaultdict(list)
        for partner in self.partners.values():
            self._of_kind[partner.kind].append(partner)

    def municipalities(self, partner: str) -> frozenset[str]:
        """Where a partner works on this day."""
        return self._where.get(partner, frozenset())

    def of_kind(self, kind: str) -> tuple[Partner, ...]:
        """Every partner of a kind, anywhere in the region."""
        return tuple(self._of_kind.get(kind, ()))

    def of_kind_in(self, kind: str, municipalities: frozenset[str]) -> tuple[Partner, ...]:
        """Every partner of a kind that works in at least one of some municipalities."""
        asked = (kind, municipalities)
        if asked not in self._of_kind_in:
            self._of_kind_in[asked] = tuple(
                partner
                for partner in self._of_kind.get(kind, ())
                if not municipalities.isdisjoint(self._where[partner.id])
            )
        return self._of_kind_in[asked]

    def meant(self, name: str) -> tuple[Partner, ...]:
        """Every partner that a name can mean, wherever it is."""
        partner = self.partners.get(name)
        return (partner,) if partner else self.of_kind(name)

    def in_municipality(self, name: str, municipality: str, group: str | None = None) -> tuple[Partner, ...]:
        """Who is meant by a partner's id or a kind in one municipality, for one target group if given."""
        asked = (name, municipality, group)
        if asked not in self._bound:
            self._bound[asked] = self._bind(name, municipality, group)
        return self._bound[asked]

    def for_each(
        self, name: str, municipality: str, groups: frozenset[str]
    ) -> tuple[tuple[Partner, ...], ...]:
        """Who is meant in one municipality, for each of some target groups in alphabetical order."""
        asked = (name, municipality, groups)
        if asked not in self._bound_to_each:
            self._bound_to_each[asked] = tuple(
                self.in_municipality(name, municipality, group) for group in sorted(groups)
            )
        return self._bound_to_each[asked]

    def _bind(self, name: str, municipality: str, group: str | None) -> tuple[Partner, ...]:
        if name in self.partners:
            return (self.partners[name],)
        return tuple(
            partner
            for partner in self._of_kind.get(name, ())
            if municipality in self._where[partner.id] and (group is None or self._serves(partner, group))
        )

    def same(self, one: str, other: str, municipalities: Iterable[str]) -> bool:
        """Whether two names mean a partner in common in each of these municipalities."""
        return one == other or all(
            {partner.id for partner in self.in_municipality(one, here)}
            & {partner.id for partner in self.in_municipality(other, here)}
            for here in municipalities
        )

    def single(self, kind: str) -> bool:
        """Whether exactly one partner of the kind is bound in a municipality (`per_gemeente: een`)."""
        found = self._kinds.get(kind)
        return found is not None and found.per_municipality == "een"

    def _serves(self, partner: Partner, group: str) -> bool:
        return not partner.target_groups or group in self.groups_in(partner.target_groups)

    def groups_in(self, groups: tuple[str, ...]) -> frozenset[str]:
        """Target groups with a group such as `gezin` taken apart; none at all means every group."""
        if groups not in self._groups_in:
            self._groups_in[groups] = self._parts_of(groups)
        return self._groups_in[groups]

    def _parts_of(self, groups: tuple[str, ...]) -> frozenset[str]:
        if not groups:
            return frozenset(id_ for id_, group in self._groups.items() if not group.includes)
        parts = (self._groups[id_].includes or (id_,) for id_ in groups if id_ in self._groups)
        return frozenset[str]().union(*parts)
