"""Rules about dates, where their examples leave off: every state, coarse dates, who is bound by whom."""

from __future__ import annotations

from textwrap import indent

import pytest
from saying import said, says_only
from writing import agreement, partner, records

from ketenhandboek.findings import Edit
from ketenhandboek.rules.check import check
from ketenhandboek.rules.example import example_chain
from ketenhandboek.rules.rule import Example
from ketenhandboek.rules.texts.briefs import brief_agreement

OLD = "geldig:\n  van: 2020-01-01\n"
USER = brief_agreement("Gebruiker", "geldig:\n  van: 2021-01-01\nwerkt_uit:\n  - oud")


def edits(code: str, **texts: str) -> list[str | None]:
    """The replacements that the findings of a rule propose."""
    found = check(example_chain(Example.of("", **texts)), [code]).findings
    return [item.edit.replacement if isinstance(item.edit, Edit) else None for item in found]


@pytest.mark.parametrize(
    ("dates", "says"),
    [
        ("geldig:\n  van: 2020-01-01", ""),
        ("geldig:\n  tot_en_met: 2026-03-01", ""),
        ("geldig:\n  tot_en_met: 2026-02-28", "'Oud' gold tot en met 28 februari 2026. Noem een afspraak"),
        ("geldig:\n  tot_en_met: 2025", "'Oud' gold tot en met 2025."),
        ("geldig:\n  tot_en_met: 2026-03", ""),
        ("geldig:\n  van: 2026-06-01", "'Oud' geldt pas vanaf 1 juni 2026."),
        ("geldig:\n  van: 2020-01-01\ningetrokken_op: 2025-06", "'Oud' is ingetrokken op juni 2025."),
        ("geldig:\n  tot_en_met: 2026", "? Geldt 'Oud' nog?"),
        ("geldig:\n  van: onbekend", "? Geldt 'Oud' nog?"),
    ],
)
def test_what_others_rely_upon_is_in_force(dates: str, says: str) -> None:
    messages = said("AFS001", afspraken__oud=brief_agreement("Oud", dates), afspraken__gebruiker=USER)
    assert says_only(messages, says), messages


def test_a_replaced_agreement_is_mended_by_naming_the_one_that_replaces_it() -> None:
    texts = {
        "afspraken__oud": brief_agreement("Oud", OLD),
        "afspraken__nieuw": brief_agreement("Nieuw", "geldig:\n  van: 2026-01-01\nvervangt:\n  - oud"),
        "afspraken__gebruiker": USER,
    }
    assert said("AFS001", **texts) == [
        "'Oud' is vervangen door 'Nieuw'. Noem de afspraak die haar vervangt: 'nieuw'."
    ]
    assert edits("AFS001", **texts) == ["nieuw"]
    second = brief_agreement("Ook nieuw", "geldig:\n  van: 2026-01-01\nvervangt:\n  - oud")
    assert edits("AFS001", **texts, afspraken__ook=second) == [None]


@pytest.mark.parametrize("stage", ["expired", "concept"])
def test_what_is_over_or_still_a_draft_may_rely_on_anything(stage: str) -> None:
    user = USER.replace("van: 2021-01-01", "tot_en_met: 2022-01-01") if stage == "expired" else USER
    user = user.replace("stand: vastgesteld", "stand: concept") if stage == "concept" else user
    old = brief_agreement("Oud", "geldig:\n  tot_en_met: 2025-01-01")
    assert said("AFS001", afspraken__oud=old, afspraken__gebruiker=user) == []


@pytest.mark.parametrize(
    ("end", "start", "says"),
    [
        ("  tot_en_met: 2025-12-31", "  van: 2026-01-01", ""),
        ("", "  van: 2026-01-01", ""),
        ("", "  van: 2026", ""),
        ("  tot_en_met: 2025-12-30", "  van: 2026-01-01", "'Oud' loopt tot en met 30 december 2025"),
        ("  tot_en_met: 2026-01-01", "  van: 2026-01-01", "'Oud' loopt tot en met 1 januari 2026"),
        ("  tot_en_met: 2028-12-31", "  van: 2026-01-01", "'Oud' loopt tot en met 31 december 2028"),
        ("  tot_en_met: 2023", "  van: 2025", "'Oud' loopt tot en met 2023, en 'Nieuw' gaat in op 2025."),
        ("  tot_en_met: 2025", "  van: 2026-01-01", "? Sluit 'Nieuw' precies aan op 'Oud'?"),
        ("  tot_en_met: 2024", "  van: 2025", "? Sluit 'Nieuw' precies aan op 'Oud'?"),
        ("  tot_en_met: onbekend", "  van: 2026-01-01", "? Sluit 'Nieuw' precies aan op 'Oud'?"),
        ("  tot_en_met: 2025-12-31", "  van: onbekend", "? Sluit 'Nieuw' precies aan op 'Oud'?"),
        ("ingetrokken_op: 2026-01-01", "  van: 2026-01-01", ""),
        ("ingetrokken_op: 2025-12-31", "  van: 2026-01-01", "'Oud' loopt tot en met 30 december 2025"),
    ],
)
def test_one_agreement_takes_over_from_another(end: str, start: str, says: str) -> None:
    messages = said(
        "AFS003",
        afspraken__oud=brief_agreement("Oud", f"geldig:\n  van: 2020-01-01\n{end}"),
        afspraken__nieuw=brief_agreement("Nieuw", f"geldig:\n{start}\nvervangt:\n  - oud"),
    )
    assert says_only(messages, says), messages


def test_what_is_over_is_not_compared_any_more() -> None:
    old = brief_agreement("Oud", "geldig:\n  tot_en_met: 2018-12-31")
    new = brief_agreement("Nieuw", "geldig:\n  van: 2020-01-01\n  tot_en_met: 2022-12-31\nvervangt:\n  - oud")
    assert said("AFS003", afspraken__oud=old, afspraken__nieuw=new) == []


def test_agreements_that_replace_each_other_are_found_though_none_is_in_force() -> None:
    one = brief_agreement("Een", f"{OLD}vervangt:\n  - twee")
    two = brief_agreement("Twee", f"{OLD}vervangt:\n  - een")
    own = brief_agreement("Zelf", f"{OLD}vervangt:\n  - zelf")
    messages = said("AFS003", afspraken__een=one, afspraken__twee=two, afspraken__zelf=own)
    assert [message.split(".")[0] for message in messages] == [
        "Zo vervangt een afspraak uiteindelijk zichzelf"
    ] * 3


def parties(*texts: str) -> str:
    """An agreement with parties such as `gemeente financier 2024-12-10 wethouder`."""
    keys = ("partner", "rol", "getekend", "functie")
    lines = [
        f"  {'- ' if key == 'partner' else '  '}{key}: {word}"
        for text in texts
        for key, word in zip(keys, text.split(), strict=False)
    ]
    return agreement("partijen:", *lines)


UNSIGNED = "Deze afspraak geldt al, maar"
SIGNED = "gemeente-elsbroek financier 2024-12-10 wethouder"


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        (["gemeente financier 2024-12-10 wethouder"], ""),
        (["gemeente financier 2026-03-01 wethouder"], ""),
        (["gemeente financier 2024 wethouder"], ""),
        (["gemeente toehoorder"], ""),
        (
            ["gemeente financier"],
            f"{UNSIGNED} Gemeente Berkenrade en Gemeente Elsbroek hebben niet getekend.",
        ),
        (
            ["gemeente financier 2026-03-02 wethouder"],
            "Gemeente Berkenrade en Gemeente Elsbroek hebben nog niet",
        ),
        (["gemeente financier onbekend wethouder"], "? Op welke dag tekende Gemeente 'Proef'?"),
        (["gemeente financier 2026 wethouder"], "? Op welke dag tekende Gemeente 'Proef'?"),
        (["gemeente financier 2024-12-10"], "Bij Gemeente staat niet wie tekende."),
        (["gemeente financier 2024-12-10 onbekend"], "? Welke functie tekende 'Proef' namens Gemeente?"),
        (["gemeente financier", SIGNED], f"{UNSIGNED} Gemeente Berkenrade heeft"),
        (["gemeente financier", "gemeente-elsbroek toehoorder", "gemeente-berkenrade toehoorder"], ""),
        (["lokaal-team uitvoerend", "gemeente opdrachtgever 2024-12-10 wethouder"], ""),
        (["lokaal-team uitvoerend", SIGNED], f"{UNSIGNED} Buurtteam Berkenrade heeft"),
        (["lokaal-team-elsbroek uitvoerend", "gemeente-elsbroek toehoorder 2024-12-10 wethouder"], ""),
        (["huisarts uitvoerend"], ""),
        (["opvang-de-linde uitvoerend", "opvang-de-linde financier 2024-12-10 directeur"], ""),
    ],
)
def test_who_must_sign_has_signed(lines: list[str], says: str) -> None:
    messages = said("AFS005", afspraken__proef=parties(*lines))
    assert says_only(messages, says), messages


@pytest.mark.parametrize("dates", ["van: 2026-06-01", "tot_en_met: 2025-12-31", "van: 2026"])
def test_only_an_agreement_in_force_needs_signatures(dates: str) -> None:
    text = parties("gemeente financier")
    assert said("AFS005", afspraken__proef=text.replace("van: 2025-01-01", dates)) == []
    assert said("AFS005", afspraken__proef=text.replace("stand: vastgesteld", "stand: concept")) == []


ENDED = "bestaat:\n  tot_en_met: 2025-12-31\n"
BODIES = """
overleggen:
  - id: oud
    naam: Oud overleg
    soort: regiegroep
    bestaat:
      tot_en_met: {}
    opgevolgd_door: tussen
  - id: tussen
    naam: Tussentijds overleg
    soort: regiegroep
    bestaat:
      tot_en_met: 2025-12-31
    opgevolgd_door: nieuw
  - id: nieuw
    naam: Nieuw overleg
    soort: regiegroep
"""


@pytest.mark.parametrize(
    ("end", "says"),
    [
        ("2026-03-01", ""),
        (
            "2026-02-28",
            "Oud overleg bestond tot en met 28 februari 2026. Noem de opvolger: Nieuw overleg ('nieuw').",
        ),
        ("2025", "Oud overleg bestond tot en met 2025."),
        ("2026", "? Bestaat Oud overleg nog?"),
        ("onbekend", "? Bestaat Oud overleg nog?"),
    ],
)
def test_what_has_ended_carries_nothing(end: str, says: str) -> None:
    user = agreement("beheer:\n  beheerder: oud")
    messages = said("AFS008", overleggen=BODIES.format(end), afspraken__proef=user)
    assert says_only(messages, says), messages


@pytest.mark.parametrize(
    "history",
    [
        "beheer:\n  beheerder: nieuw\n  vastgesteld_door: oud",
        "wijzigingen:\n  - op: 2025-02-01\n    door: oud\n    wat: Een termijn.",
        "pilot:\n  besluit_door: oud\n  besluit: Gaat door.\n  besloten_op: 2025-06-01",
    ],
)
def test_history_may_name_what_has_ended(history: str) -> None:
    assert said("AFS008", overleggen=BODIES.format("2025-06-30"), afspraken__proef=agreement(history)) == []


def test_a_pilot_that_is_not_decided_needs_somebody_who_can() -> None:
    user = agreement("pilot:\n  besluit_door: oud")
    assert len(said("AFS008", overleggen=BODIES.format("2025-06-30"), afspraken__proef=user)) == 1


def test_a_successor_takes_the_place_except_as_a_party_and_with_a_function_that_it_has() -> None:
    ended = f"{ENDED}opgevolgd_door: nieuw\nfuncties:\n  - id: baas"
    partners = records("partners", partner("Oud", "huisarts", "regio", ended), partner("Nieuw", "huisarts"))
    user = agreement(
        "beheer:\n  beheerder: oud\n  mag_wijzigen: oud/baas",
        "partijen:\n  - partner: oud\n    rol: toehoorder",
    )
    assert edits("AFS008", partners=partners, afspraken__proef=user) == ["nieuw", None, None]


def test_a_deputy_and_a_kind_can_rest_on_a_function_that_has_ended() -> None:
    functions = (
        f"functies:\n  - id: baas\n    plaatsvervanger: knecht\n  - id: knecht\n{indent(ENDED, '    ')}"
    )
    kind = "  - id: winkel\n    naam: Winkel\n    meervoud: winkels\n    per_gemeente: een\n"
    messages = said(
        "AFS008",
        eigen__soorten=records("soorten", kind, indent(functions, "    ")),
        partners=records("partners", partner("Bakker", "winkel")),
        afspraken__proef=agreement("beheer:\n  beheerder: bakker/knecht"),
    )
    assert sorted(message.split(" bestond")[0] for message in messages) == [
        "De functie knecht van Bakker",
        "De functie knecht van Winkel",
    ]
