"""MAN001: the mandate of each mayor, and what is asked when it is not sure."""

from __future__ import annotations

import pytest
from saying import said, says_only

from ketenhandboek.rules.catalogue import catalogue
from ketenhandboek.rules.check import check
from ketenhandboek.rules.example import example_chain
from ketenhandboek.rules.mandates.holding import MANDATE
from ketenhandboek.rules.rule import Example

MAYOR = "? Is op 1 maart 2026 een schriftelijk mandaat van de burgemeester van Gemeente Elsbroek van kracht"
MISSING = "In Elsbroek mag de hulpofficier van justitie van Politie dit niet: een huisverbod opleggen."


@pytest.mark.parametrize(
    ("old", "new", "answer"),
    [
        ("      van: 2025-01-01", "      van: onbekend", MAYOR),
        ("      van: 2025-01-01", "      van: 2026", MAYOR),
        ("      van: 2025-01-01", "      van: 2026-04-01", MISSING),
        ("besluit: Mandaatbesluit huisverbod Elsbroek 2025", "besluit: onbekend", MAYOR),
        ("aan: politie/hulpofficier", "aan: politie/teamchef", MISSING),
        ("aan: politie/hulpofficier", "aan: politie-tweebeken/hulpofficier", ""),
        ("van: gemeente-elsbroek/burgemeester", "van: gemeente/burgemeester", ""),
        ("van: gemeente-elsbroek/burgemeester", "van: gemeente-elsbroek/wethouder", MISSING),
        ("bevoegdheid: huisverbod-opleggen", "bevoegdheid: huisverbod-raadsman", MISSING),
        ("stand: vastgesteld", "stand: concept", MISSING),
        ("geldig:\n      van: 2025-01-01\n    gebied", "geldig:\n      van: onbekend\n    gebied", MAYOR),
    ],
)
def test_the_mayors_own_written_mandate_must_be_in_force(old: str, new: str, answer: str) -> None:
    assert old in MANDATE
    head, _, tail = MANDATE.rpartition(old)
    messages = said("MAN001", afspraken__mandaat_elsbroek=head + new + tail)
    assert says_only(messages, answer)


def test_what_rests_on_a_power_that_must_be_verified_is_at_most_a_warning() -> None:
    power = """
        bevoegdheden:
          - id: huisverbod-opleggen
            naam: Een huisverbod opleggen
            van: gemeente/burgemeester
            mandateerbaar: ja
            aan: politie/hulpofficier
            taak: huisverbod-opleggen
            toets: te-toetsen
            vervangt_landelijk: ja
            reden: De wet verandert.
    """
    draft = MANDATE.replace("stand: vastgesteld", "stand: concept")
    example = Example.of("", eigen__bevoegdheden=power, afspraken__mandaat_elsbroek=draft)
    (finding,) = check(example_chain(example), ["MAN001"]).findings
    assert finding.severity == "waarschuwing"
    assert finding.message.endswith("Laat dit toetsen door een jurist.")
    assert catalogue()["MAN001"].severity == "fout"


def test_a_mayor_who_decides_herself_needs_no_mandate() -> None:
    local = """
        titel: Huisverbod in Elsbroek
        soort: werkinstructie
        stand: vastgesteld
        geldig:
          van: 2025-02-01
        werkt_uit:
          - huisverbod
        gebied:
          - elsbroek
        themas:
          - alle
        verantwoordelijkheden:
          - id: zelf
            taak: huisverbod-opleggen
            uitvoerders:
              - gemeente/burgemeester
            beslist: gemeente/burgemeester
    """
    draft = MANDATE.replace("stand: vastgesteld", "stand: concept")
    assert said("MAN001", afspraken__mandaat_elsbroek=draft, afspraken__zelf=local) == []


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("- elsbroek", "- elsbroek", ""),
        (
            "- elsbroek",
            "- berkenrade",
            "In Berkenrade kan de burgemeester van Gemeente Elsbroek geen mandaat",
        ),
        ("- elsbroek", "- regio", "In Berkenrade kan de burgemeester van Gemeente Elsbroek geen mandaat"),
        (
            "van: gemeente-elsbroek/",
            "van: gemeente-berkenrade/",
            "In Elsbroek kan de burgemeester van Gemeente",
        ),
        ("van: gemeente-elsbroek/", "van: gemeente/", ""),
    ],
)
def test_a_mandate_reaches_no_further_than_who_gives_it(old: str, new: str, says: str) -> None:
    head, _, tail = MANDATE.rpartition(old)
    report = check(example_chain(Example.of("", afspraken__mandaat_elsbroek=head + new + tail)))
    assert says_only([item.message for item in report.findings], says), report.findings
