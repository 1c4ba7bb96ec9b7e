"""The dates ahead, and that the rules speak up on the day after each."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from ketenhandboek.chain.ahead import DateAhead, dates_ahead
from ketenhandboek.chain.chain import Chain
from ketenhandboek.rules.check import check
from ketenhandboek.rules.example import clean_chain, example_chain
from ketenhandboek.rules.rule import Example
from ketenhandboek.values import Day

DAY = date(2026, 3, 1)
AGREEMENT = """
    titel: Nachtopvang
    soort: werkinstructie
    stand: vastgesteld
    geldig:
      van: 2025-01-01
    gebied:
      - regio
    themas:
      - alle
"""
MEETING = """
    overleggen:
      - id: weekstart
        naam: Weekstart
        soort: leerbijeenkomst
        doel: Leren van elkaar.
        voorzitter: veilig-thuis-tweebeken/teammanager
        plaatsvervanger: gemeente-elsbroek/teammanager
        bestaat:
          tot_en_met: 2026-08
"""
PARTNER = """
    partners:
      - id: opvang-de-linde
        naam: Opvang De Linde
        soort: vrouwenopvang
        bestaat:
          tot_en_met: 2027
        werkgebied:
          - gebied: elsbroek
            tot_en_met: 2026-06-30
        functies:
          - id: ketenmanager
            naam: Ketenmanager
            bestaat:
              van: 2026-05-01
        contact_gecontroleerd_op: 2025-09-10
"""
EXCEPTION = """
    uitzonderingen:
      - id: komt-nog
        regel: BAS009
        record: begrip/spoed
        reden: De afspraken komen in de zomer.
        tot_en_met: 2026-07-31
        door: regiegroep
"""
_LINES = """\
    pilot:
      besluit_door: regiegroep
    beheer:
      beheerder: gemeente-elsbroek/beleidsambtenaar
      evaluatie:
        elke: 9 maanden
        laatste: 2025-12
    mandaten:
      - id: bed
        bevoegdheid: huisverbod-opleggen
        van: gemeente-elsbroek/burgemeester
        aan: politie-tweebeken/hulpofficier
        gebied:
          - elsbroek
        geldig:
          tot_en_met: 2026-10-31
"""

TERM = """
    begrippen:
      - id: spoed
        naam: spoed
        betekenis: Iemand moet vandaag nog veilig zijn.
"""
EXCEPTED = {"uitzonderingen": EXCEPTION, "begrippen": TERM}
PILOT = AGREEMENT.replace("2025-01-01", "2025-01-01\n      tot_en_met: 2026-12-31") + _LINES


def chain_with(**texts: str) -> Chain:
    chain = example_chain(Example.of("", **texts))
    assert not chain.records.misfits
    return chain


def told(**texts: str) -> list[str]:
    """What the records add to the dates of the clean region."""
    known = set(dates_ahead(clean_chain()))
    added = [item for item in dates_ahead(chain_with(**texts)) if item not in known]
    return [f"{item.day} {item.what} | {item.name}" for item in added]


def test_an_agreement_with_a_pilot_an_evaluation_and_a_mandate() -> None:
    assert told(afspraken__nachtopvang=PILOT) == [
        "2026-09 Uiterste dag voor de evaluatie | Nachtopvang",
        "2026-10-31 Laatste dag van het mandaat | Een huisverbod opleggen, aan hulpofficier van justitie van "
        "Politie Tweebeken",
        "2026-12-31 Laatste dag van de afspraak | Nachtopvang",
        "2026-12-31 Uiterste dag voor het besluit over de pilot | Nachtopvang",
    ]


def test_a_partner_with_its_area_function_and_contact() -> None:
    assert told(partners=PARTNER) == [
        "2026-05-01 Eerste dag van de functie Ketenmanager | Opvang De Linde",
        "2026-06-30 Laatste dag in Elsbroek | Opvang De Linde",
        "2026-09-10 Uiterste dag om de contactgegevens te controleren | Opvang De Linde",
        "2027 Laatste dag van de organisatie | Opvang De Linde",
    ]


def test_a_meeting_that_ends_in_a_month_and_an_exception() -> None:
    assert told(overleggen=MEETING, uitzonderingen=EXCEPTION, begrippen=TERM) == [
        "2026-07-31 Laatste dag van de uitzondering op regel BAS009 | spoed",
        "2026-08 Laatste dag van het overleg | Weekstart",
    ]


def test_a_draft_and_what_is_over_bind_nobody() -> None:
    future = AGREEMENT.replace("2025-01-01", "2026-09-01")
    assert told(afspraken__nachtopvang=future) == ["2026-09-01 Eerste dag van de afspraak | Nachtopvang"]
    assert told(afspraken__nachtopvang=future.replace("vastgesteld", "concept")) == []
    assert told(afspraken__nachtopvang=f"{PILOT}    ingetrokken_op: 2026-02-01\n") == []


def test_an_evaluation_after_the_end_is_no_date() -> None:
    short = PILOT.replace("2026-12-31", "2026-06-30")
    assert not [item for item in told(afspraken__nachtopvang=short) if "evaluatie" in item]


def test_the_reader_sets_the_horizon() -> None:
    records = chain_with(afspraken__nachtopvang=PILOT).records
    for until in (date(2026, 8, 31), date(2026, 9, 1), date(2027, 1, 1)):
        chain = Chain(records, DAY, until)
        comes = [item for item in dates_ahead(chain) if item.comes_by(chain.horizon)]
        ends = [item for item in comes if item.what == "Laatste dag van de afspraak"]
        assert bool(ends) is (until >= date(2026, 12, 31))


@pytest.mark.parametrize(
    ("texts", "what", "rule"),
    [
        ({"partners": PARTNER}, "Uiterste dag om de contactgegevens te controleren", "TER009"),
        ({"afspraken__nachtopvang": PILOT}, "Uiterste dag voor de evaluatie", "AFS002"),
        ({"afspraken__nachtopvang": PILOT}, "Uiterste dag voor het besluit over de pilot", "AFS010"),
        (
            {"uitzonderingen": EXCEPTION, "begrippen": TERM},
            "Laatste dag van de uitzondering op regel BAS009",
            "BAS008",
        ),
    ],
)
def test_the_check_finds_it_on_the_day_after(texts: dict[str, str], what: str, rule: str) -> None:
    chain = chain_with(**texts)
    (item,) = {item for item in dates_ahead(chain) if item.what == what} - set(dates_ahead(clean_chain()))

    def found(day: date) -> list[str]:
        said = check(chain.at(day), [rule]).findings
        return [finding.rule for finding in said if finding.record.endswith(_id_of(item, texts))]

    assert found(item.day.last) == []
    assert found(item.day.last + timedelta(days=1)) == [rule]


def _id_of(item: DateAhead, texts: dict[str, str]) -> str:
    return "komt-nog" if "uitzonderingen" in texts else item.id


def test_a_date_that_is_known_to_the_year_may_come_soon() -> None:
    item = DateAhead(Day.parse("2027"), "Laatste dag", "x", "partner", "x")
    assert not item.comes_by(date(2026, 12, 31))
    assert item.comes_by(date(2027, 1, 1))
