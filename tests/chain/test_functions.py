"""The functions of a partner: those of its kind, with what the partner writes itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from written_regions import partners, written

if TYPE_CHECKING:
    from ketenhandboek.chain.functions import Functions

OWN = partners(
    "team-a: lokaal-team in abelen; functies:;   - id: teammanager;     plaatsvervanger: nachtwacht"
    ";   - id: nachtwacht",
    "los: bestaat-niet in abelen; functies:;   - id: baas",
)


def functions() -> Functions:
    return written("2025-06-01", partners=OWN).functions


def test_a_partner_has_the_functions_of_its_kind_and_its_own() -> None:
    usual = functions().of("lokaal-team")
    assert functions().of("team-a").keys() == usual.keys() | {"nachtwacht"}
    assert functions().get("lokaal-team", "nachtwacht") is None


def test_what_a_partner_leaves_out_comes_from_its_kind() -> None:
    own, usual = functions().get("team-a", "teammanager"), functions().get("lokaal-team", "teammanager")
    assert own is not None
    assert usual is not None
    assert own.deputy == "nachtwacht" != usual.deputy
    assert (own.name, own.level) == (usual.name, usual.level)


def test_a_partner_without_a_known_kind_has_only_its_own() -> None:
    assert list(functions().of("los")) == ["baas"]
    assert functions().of("weg") == {}


def test_levels_are_ordered_on_their_own_ladder() -> None:
    for ladder in ("samenwerking", "casus"):
        levels = functions().levels(ladder)
        ranks = [functions().rank(level.id) for level in levels]
        assert ranks == sorted(level.rank for level in levels)
        assert {level.ladder for level in levels} == {ladder}
    assert functions().rank("onbekend") is None
