"""Exceptions, use and binding, where the examples of their rules leave off."""

from __future__ import annotations

import pytest
from saying import said, says_only
from writing import agreement, line, partner, records, term

from ketenhandboek.rules.catalogue import catalogue
from ketenhandboek.rules.example import example_chain
from ketenhandboek.rules.rule import Example

UNUSED = records("begrippen", term("spoed"))


def exception(
    rule: str,
    record: str,
    reason: str = "De regiegroep beslist in juni.",
    end: str = "2026-06-30",
    more: str = "",
) -> str:
    text = (
        f"  - id: e\n    regel: {rule}\n    record: {record}\n    reden: {reason}\n    door: de regiegroep\n"
    )
    return records("uitzonderingen", f"{text}    tot_en_met: {end}\n{more}")


def weight(rule: str, severity: str) -> str:
    text = (
        f"  - id: e\n    regel: {rule}\n    ernst: {severity}\n    reden: Dat past hier.\n    door: de raad\n"
    )
    return records("uitzonderingen", text)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (exception("BAS009", "begrip/spoed"), ""),
        (exception("BAS009", "begrip/spoed", end="2026-03-01"), ""),
        (
            exception("BAS009", "begrip/spoed", end="2026-02-28"),
            "Deze uitzondering gold tot en met 28 februari 2026.",
        ),
        (exception("BAS009", "begrip/spoed", "n.v.t."), "Hier ontbreekt de reden."),
        (exception("BAS009", "begrip/triage"), "Regel BAS009 vindt bij 'triage' niets meer."),
        (exception("BAS009", "begrip/weg"), ""),
        *(
            (exception(firm, "begrip/spoed"), f"Op regel {firm} kan geen uitzondering.")
            for firm in ("BAS001", "BAS002", "BAS008", "PRI001")
        ),
        (exception("BAS009", "begrip/spoed", end="2027-03-01"), ""),
        (
            exception("BAS009", "begrip/spoed", end="2027-03-02"),
            "Deze uitzondering duurt langer dan een jaar. Kies een dag tot en met 1 maart 2027",
        ),
        (exception("BAS009", "begrip/spoed", end="2029-01-01", more="    langer_omdat: De wet.\n"), ""),
        (weight("BAS009", "waarschuwing"), ""),
        (weight("BAS009", "advies"), "Regel BAS009 heeft deze ernst al."),
        (weight("PRI001", "advies"), "Op regel PRI001 kan geen uitzondering."),
        (exception("XYZ001", "begrip/spoed"), "Er is geen regel XYZ001."),
    ],
)
def test_exceptions(text: str, says: str) -> None:
    assert says_only(said("BAS008", begrippen=UNUSED, uitzonderingen=text), says)


def test_an_exception_is_not_called_needless_while_records_are_broken() -> None:
    broken = Example.of(
        "", uitzonderingen=exception("BAS009", "begrip/triage"), partners="partners:\n  - id: kapot\n"
    )
    assert list(catalogue()["BAS008"].judge(example_chain(broken))) == []


OWN_TASK = "taken:\n  - id: x\n    naam: Xen\n    fase: signaleren\n    verdeling: een\n"
MEETING = "overleggen:\n  - id: x\n    naam: Met spoed\n    soort: regiegroep\n"
ENDED = "bestaat:\n  tot_en_met: 2025-12-31"


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ({"begrippen": UNUSED}, "Het begrip 'spoed' staat in geen enkele tekst."),
        ({"begrippen": UNUSED, "overleggen": MEETING}, ""),
        (
            {
                "begrippen": records("begrippen", term("haast", "synoniemen:\n  - spoed")),
                "overleggen": MEETING,
            },
            "",
        ),
        ({"eigen__taken": OWN_TASK}, "'Xen' komt nergens voor."),
        ({"eigen__taken": OWN_TASK, "afspraken__proef": line("taak: x")}, ""),
        ({"partners": records("partners", partner("X", "huisarts"))}, "X staat in geen enkele afspraak"),
        ({"partners": records("partners", partner("X", "politie"))}, ""),
        ({"partners": records("partners", partner("X", "huisarts", "regio", ENDED))}, ""),
    ],
)
def test_what_counts_as_used(files: dict[str, str], says: str) -> None:
    assert says_only(said("BAS009", **files), says)


HERE = "In Elsbroek is er geen ketenpartner van de soort Gemeentelijke toegang"
ONE = "geldt_voor:\n  gebied:\n    - berkenrade"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (line("taak: triage", "eindverantwoordelijk: toegang"), f"{HERE}. Zet in partners.yaml"),
        (line("taak: triage", "eindverantwoordelijk: toegang", ONE), ""),
        (
            line("taak: triage", "eindverantwoordelijk: toegang", start="2027-01-01"),
            f"{HERE}, vanaf 1 januari 2027.",
        ),
        (agreement("ingetrokken_op: 2026-01-01", "partijen:\n  - partner: toegang\n    rol: toehoorder"), ""),
        (line("taak: triage", "eindverantwoordelijk: vrouwenopvang"), "In Berkenrade en Elsbroek is er geen"),
        (line("taak: triage", "raadpleegt:\n  - vrouwenopvang"), ""),
        (agreement("beheer:\n  beheerder: toegang/medewerker"), ""),
        (
            agreement("beheer:\n  beheerder: gemeente/wethouder"),
            "Hier past maar één organisatie, en van de soort",
        ),
        (agreement("beheer:\n  beheerder: huisarts"), "Er is hier geen ketenpartner van de soort Huisarts"),
    ],
)
def test_it_is_clear_everywhere_whom_a_kind_means(text: str, says: str) -> None:
    partners = records("partners", partner("Loket", "toegang", "berkenrade"))
    messages = said("BAS006", partners=partners, afspraken__proef=text)
    assert says_only(messages, says), messages


def test_a_kind_that_may_be_several_is_clear_with_one_or_more() -> None:
    text = line("taak: triage", "eindverantwoordelijk: huisarts")
    doctors = [partner("Arts", "huisarts"), partner("Dokter", "huisarts", "elsbroek")]
    for count, findings in ((0, 1), (1, 0), (2, 0)):
        partners = (
            records("partners", *doctors[:count]) if count else records("partners", partner("Z", "toegang"))
        )
        assert len(said("BAS006", partners=partners, afspraken__proef=text)) == findings
