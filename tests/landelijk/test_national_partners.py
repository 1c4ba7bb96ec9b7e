"""Kinds of partner with their functions, the two ladders, and the municipalities."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from ketenhandboek.chain.functions import COOPERATION, Functions
from ketenhandboek.kinds.level import Level
from ketenhandboek.kinds.municipality import NationalMunicipality
from ketenhandboek.kinds.partner_kind import PartnerKind
from ketenhandboek.kinds.task import Task
from ketenhandboek.kinds.theme import Theme
from ketenhandboek.kinds.trigger import Trigger

if TYPE_CHECKING:
    from ketenhandboek.chain.records import Records

PROVINCES = {
    "Drenthe", "Flevoland", "Fryslân", "Gelderland", "Groningen", "Limburg",
    "Noord-Brabant", "Noord-Holland", "Overijssel", "Utrecht", "Zeeland", "Zuid-Holland",
}  # fmt: skip


@pytest.mark.parametrize(
    ("ladder", "levels"),
    [
        (COOPERATION, ["uitvoerend", "teammanager", "beleid", "bestuurlijk"]),
        ("casus", ["regulier", "casusregie", "procesregie", "bestuurlijke-regie"]),
    ],
)
def test_a_ladder_rises_to_the_level_that_decides(layer: Records, ladder: str, levels: list[str]) -> None:
    found = Functions(layer).levels(ladder)

    assert [level.id for level in found] == levels
    assert [level.rank for level in found] == [1, 2, 3, 4]
    assert [level.id for level in found if level.decides] == levels[-1:]


def test_acute_danger_is_on_no_ladder_and_all_else_is_on_one(layer: Records) -> None:
    triggers = layer.of(Trigger).values()

    assert [trigger.id for trigger in triggers if trigger.acute] == ["acute-onveiligheid"]
    assert [trigger.id for trigger in triggers if (trigger.ladder is None) != trigger.acute] == []
    assert {trigger.ladder for trigger in triggers if trigger.ladder} == {
        level.ladder for level in layer.of(Level).values()
    }


def test_a_kind_has_a_function_on_each_level_or_says_why_not(layer: Records) -> None:
    levels = {level.id for level in layer.of(Level).values() if level.ladder == COOPERATION}
    silent = [
        kind.id
        for kind in layer.of(PartnerKind).values()
        if levels - {function.level for function in kind.functions} and not kind.remark
    ]

    assert silent == []


def test_a_function_has_a_deputy_unless_it_is_one(layer: Records) -> None:
    for kind in layer.of(PartnerKind).values():
        functions = {function.id for function in kind.functions}
        deputies = {function.deputy for function in kind.functions if function.deputy}
        without = {function.id for function in kind.functions if not function.deputy}

        assert deputies <= functions, kind.id
        assert without <= deputies, kind.id


@pytest.mark.parametrize(
    ("kind", "functions"),
    [
        ("veilig-thuis", {"medewerker", "teammanager", "directeur", "vertrouwensarts"}),
        ("lokaal-team", {"medewerker", "teammanager", "casusregisseur"}),
        ("gemeente", {"burgemeester", "wethouder", "beleidsambtenaar"}),
        ("politie", {"hulpofficier"}),
    ],
)
def test_the_functions_that_agreements_name(layer: Records, kind: str, functions: set[str]) -> None:
    assert functions <= {function.id for function in layer.of(PartnerKind)[kind].functions}


def test_old_kinds_have_successors_and_an_end(layer: Records) -> None:
    kinds = layer.of(PartnerKind)
    followed = {old for kind in kinds.values() for old in kind.predecessors}

    assert followed == {"shg", "amk", "bureau-jeugdzorg"}
    assert {kind.id for kind in kinds.values() if kind.valid and kind.valid.end} == followed


@pytest.mark.parametrize("kind", [PartnerKind, Task, Theme])
def test_a_word_means_one_thing(layer: Records, kind: type[PartnerKind] | type[Task] | type[Theme]) -> None:
    words = Counter(
        word
        for record in layer.of(kind).values()
        for word in {name.lower() for name in (record.id, record.name, *record.synonyms)}
    )

    assert [word for word, count in words.items() if count > 1] == []


def test_there_were_342_municipalities(layer: Records) -> None:
    found = layer.of(NationalMunicipality)

    assert len(found) == len({municipality.code for municipality in found.values()}) == 342
    assert {municipality.province for municipality in found.values()} == PROVINCES


def test_a_municipality_is_known_by_its_code(layer: Records) -> None:
    for municipality in layer.of(NationalMunicipality).values():
        assert re.fullmatch("GM[0-9]{4}", municipality.code)
        assert municipality.id == municipality.code.lower()


@pytest.mark.parametrize(
    ("code", "name", "alias"),
    [("gm0518", "'s-Gravenhage", "Den Haag"), ("gm0164", "Hengelo (O.)", "Hengelo")],
)
def test_some_are_better_known_by_another_name(layer: Records, code: str, name: str, alias: str) -> None:
    found = layer.of(NationalMunicipality)[code]

    assert (found.name, found.also_known_as) == (name, (alias,))
