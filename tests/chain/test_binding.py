"""Who is meant by a partner or by a kind, where and for whom."""

from __future__ import annotations

import pytest
from written_regions import partners, written

PARTNERS = partners(
    "team-a: lokaal-team in abelen",
    "team-b: lokaal-team in berken; bestaat:;   tot_en_met: 2025-06-30",
    "jeugdteam: lokaal-team in regio; voor:;   - kind",
    "arts: huisarts in streek",
    "dokter: huisarts in abelen",
)


@pytest.mark.parametrize(
    ("name", "municipality", "group", "meant"),
    [
        ("team-a", "abelen", None, {"team-a"}),
        ("team-a", "berken", None, {"team-a"}),
        ("lokaal-team", "abelen", None, {"team-a", "jeugdteam"}),
        ("lokaal-team", "abelen", "slachtoffer", {"team-a"}),
        ("lokaal-team", "abelen", "kind", {"team-a", "jeugdteam"}),
        ("lokaal-team", "berken", "pleger", {"team-b"}),
        ("lokaal-team", "berken", "kind", {"team-b", "jeugdteam"}),
        ("huisarts", "abelen", None, {"arts", "dokter"}),
        ("huisarts", "berken", None, {"arts"}),
        ("politie", "abelen", None, set()),
        ("onbekend", "abelen", None, set()),
    ],
)
def test_a_kind_means_whoever_works_there_for_that_group(
    name: str, municipality: str, group: str | None, meant: set[str]
) -> None:
    binding = written("2025-06-01", partners=PARTNERS).binding
    assert {partner.id for partner in binding.in_municipality(name, municipality, group)} == meant


def test_who_has_ended_is_not_meant() -> None:
    binding = written("2025-07-01", partners=PARTNERS).binding
    assert binding.in_municipality("lokaal-team", "berken", "pleger") == ()
    assert "team-b" not in binding.partners
    assert binding.municipalities("team-b") == frozenset()
    assert [partner.id for partner in binding.meant("lokaal-team")] == ["team-a", "jeugdteam"]


def test_a_partner_moves_with_its_area() -> None:
    assert written("2025-06-01", partners=PARTNERS).binding.municipalities("arts") == {"abelen", "berken"}
    assert written("2027-06-01", partners=PARTNERS).binding.municipalities("arts") == {"abelen", "ceder"}


def test_a_kind_says_whether_it_means_one_partner() -> None:
    binding = written("2025-06-01", partners=PARTNERS).binding
    assert binding.single("lokaal-team")
    assert not binding.single("huisarts")
    assert not binding.single("onbekend")


@pytest.mark.parametrize(
    ("groups", "single"),
    [
        ((), {"slachtoffer", "pleger", "kind"}),
        (("kind",), {"kind"}),
        (("gezin",), {"slachtoffer", "pleger", "kind"}),
        (("onbekend",), set()),
    ],
)
def test_a_family_is_taken_apart(groups: tuple[str, ...], single: set[str]) -> None:
    assert written("2025-06-01").binding.groups_in(groups) == single
