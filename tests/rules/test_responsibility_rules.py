"""VER001-VER012 and TER006: what they say, and when they stay silent."""

from __future__ import annotations

import pytest
from saying import said

from ketenhandboek.rules.texts.bed import LINE, bed_agreement, bed_task

ACUTE = bed_task("acuut: ja", "vereist: ja")
WAITS = bed_task("vereist: ja")
OFFICE_HOURS = "geldt_voor:\n  tijden:\n    - kantooruren\n"
IN_ELSBROEK = "geldt_voor:\n  gebied:\n    - elsbroek\n"
FOR_CHILDREN = "geldt_voor:\n  doelgroepen:\n    - kind\n"
AT_PARTNERS = "geldt_voor:\n  themas:\n    - partnergeweld\n  doelgroepen:\n    - pleger\n"
MENDED = "Schrijf in een afspraak wie het dan is."


def gaps(agreement: str, tasks: str = ACUTE) -> list[str]:
    return said("VER002", eigen__taken=tasks, afspraken__bed=agreement)


def until(day: str) -> str:
    return bed_agreement().replace("  van: 2025-01-01\n", f"  van: 2025-01-01\n  tot_en_met: {day}\n")


@pytest.mark.parametrize(
    ("limits", "where"),
    [
        (OFFICE_HOURS, "In Berkenrade en Elsbroek is 's avonds en 's nachts en in het weekend niemand"),
        (IN_ELSBROEK, "In Berkenrade is niemand"),
    ],
    ids=["hours", "a municipality"],
)
def test_a_gap_is_said_in_words(limits: str, where: str) -> None:
    expected = f"{where} eindverantwoordelijk voor bed voor de nacht. {MENDED}"
    assert gaps(bed_agreement(LINE, limits)) == [expected]


def test_a_gap_names_themes_and_target_groups_only_where_that_matters() -> None:
    where = "In Berkenrade en Elsbroek is niemand eindverantwoordelijk voor bed voor de nacht"
    assert gaps(bed_agreement(LINE, FOR_CHILDREN)) == [
        f"{where} voor de doelgroepen slachtoffer en pleger. {MENDED}"
    ]
    assert gaps(bed_agreement(LINE, AT_PARTNERS)) == [
        f"{where} voor de doelgroepen slachtoffer en kind. {MENDED}",
        f"{where} bij kindermishandeling. {MENDED}",
    ]


def test_a_task_that_is_not_acute_waits_for_the_first_hour_that_is_covered() -> None:
    assert gaps(bed_agreement(LINE, OFFICE_HOURS), WAITS) == []
    assert len(gaps(bed_agreement(LINE, FOR_CHILDREN), WAITS)) == 1


@pytest.mark.parametrize(
    ("last", "date"),
    [("2026-06-30", "1 juli 2026"), ("2026-08-31", "1 september 2026"), ("2026-09-30", "")],
    ids=["before the horizon", "on the horizon", "after the horizon"],
)
def test_a_gap_that_opens_before_the_horizon_has_its_date(last: str, date: str) -> None:
    said_of_date = [message for message in gaps(until(last)) if f"vanaf {date}." in message]
    assert len(said_of_date) == len(gaps(until(last))) == bool(date)


def test_tasks_that_end_with_one_agreement_are_one_finding() -> None:
    tasks = WAITS + WAITS.replace("taken:\n", "").replace("bed-voor-de-nacht", "ontbijt").replace(
        "Bed voor de nacht", "Ontbijt"
    )
    second = LINE.replace("bed-voor-de-nacht", "ontbijt").replace("id: bed", "id: ontbijt")
    (message,) = gaps(until("2026-06-30") + second, tasks)
    assert message == (
        "In Berkenrade en Elsbroek is niemand eindverantwoordelijk voor bed voor de nacht en ontbijt, "
        "vanaf 1 juli 2026. 'Afspraken over een bed voor de nacht' geldt dan niet meer. "
        "Zorg op tijd voor een nieuwe afspraak."
    )


def test_a_successor_that_leaves_a_task_out_opens_a_gap() -> None:
    successor = bed_agreement(LINE.replace("bed-voor-de-nacht", "voorlichting")).replace(
        "  van: 2025-01-01\n", "  van: 2026-05-01\nvervangt:\n  - bed\n"
    )
    texts = {"eigen__taken": WAITS, "afspraken__bed": bed_agreement(), "afspraken__bed_2026": successor}
    (message,) = said("VER002", **texts)
    assert "vanaf 1 mei 2026" in message


def test_who_is_unknown_and_a_date_in_part_are_questions() -> None:
    unknown = bed_agreement(LINE.replace("k: lokaal-team", "k: onbekend"))
    assert gaps(unknown) == [
        "? Wie is volgens 'Afspraken over een bed voor de nacht' eindverantwoordelijk voor bed voor de nacht?"
    ]
    (question,) = gaps(bed_agreement().replace("van: 2025-01-01", "van: 2026"))
    assert question.startswith("? Van welke dag tot welke dag geldt 'Afspraken over een bed voor de nacht'?")


def test_a_kind_without_a_partner_is_told_by_another_rule() -> None:
    assert gaps(bed_agreement(LINE.replace("lokaal-team", "halt"))) == []


def test_three_parties_in_one_situation_are_two_findings() -> None:
    lines = [
        LINE.replace("id: bed", f"id: bed-{party}").replace("k: lokaal-team", f"k: {party}")
        for party in ("gemeente", "politie")
    ]
    messages = said("VER001", eigen__taken=bed_task(), afspraken__bed=bed_agreement() + "".join(lines))
    assert [message.split("Het gaat om ")[1].split(". Kies")[0] for message in messages] == [
        "Gemeente en Lokaal team",
        "Politie, Lokaal team en Gemeente",
    ]


@pytest.mark.parametrize(
    ("line", "division"),
    [
        (LINE.replace("k: lokaal-team", "k: lokaal-team-elsbroek"), "een"),
        (LINE.replace("k: lokaal-team", "k: gemeente"), "ieder"),
        (LINE.replace("k: lokaal-team", "k: onbekend"), "een"),
    ],
    ids=["the same party under another name", "every organisation its own", "nobody knows"],
)
def test_these_are_no_collisions(line: str, division: str) -> None:
    tasks = bed_task().replace("verdeling: een", f"verdeling: {division}")
    second = line.replace("id: bed", "id: nog-een") + "    geldt_voor:\n      gebied:\n        - elsbroek\n"
    assert said("VER001", eigen__taken=tasks, afspraken__bed=bed_agreement() + second) == []


def test_who_has_a_task_by_law_rests_on_a_text_that_a_lawyer_must_check() -> None:
    line = LINE.replace("bed-voor-de-nacht", "huisverbod-intrekken")
    (message,) = said("VER006", afspraken__bed=bed_agreement(line))
    assert message == (
        "Huisverbod intrekken is een taak voor Gemeente. Hier staat Lokaal team. "
        "Noem een organisatie die deze taak mag hebben. "
        "Bron: Wet tijdelijk huisverbod, artikel 2, negende lid (BWBR0024649). "
        "Laat dit toetsen door een jurist."
    )


def test_a_law_reserves_a_task_from_its_own_first_day() -> None:
    line = LINE.replace("bed-voor-de-nacht", "huisverbod-intrekken")
    early = bed_agreement(line).replace("2025-01-01", "2005-01-01")
    assert said("VER006", "2008-12-31", afspraken__bed=early) == []


def test_an_acute_task_that_nobody_has_at_any_hour_is_nobodys_promise() -> None:
    assert said("TER006", eigen__taken=bed_task("acuut: ja")) == []
    assert said("TER006", eigen__taken=ACUTE, afspraken__bed=bed_agreement(LINE, OFFICE_HOURS)) == []


def test_a_phase_is_not_told_twice() -> None:
    phase = "fasen:\n  - id: voorbereiden\n    naam: Voorbereiden\n"
    tasks = WAITS.replace("fase: directe-veiligheid", "fase: voorbereiden")
    assert said("VER011", eigen__fasen=phase, eigen__taken=tasks) == []
    assert len(said("VER002", eigen__fasen=phase, eigen__taken=tasks)) == 1
