"""Terms, where the examples of the rule leave off."""

from __future__ import annotations

import pytest
from saying import said, says_only

from ketenhandboek.rules.texts.briefs import brief_agreement

OTHER_MEANING = "    betekenis_bij:\n      - partner: {}\n        betekenis: {}\n"


def terms(meaning: str = "Iemand moet vandaag veilig zijn.", more: str = "") -> str:
    return f"begrippen:\n  - id: spoed\n    naam: spoed\n    betekenis: {meaning}\n{more}"


def own(meaning: str, party: str = "politie", valid: str = "van: 2025-01-01", title: str = "Proef") -> str:
    return brief_agreement(
        title,
        f"geldig:\n  {valid}\npartijen:\n  - partner: {party}\n    rol: toehoorder\n"
        f"begrippen:\n  - begrip: spoed\n    betekenis: {meaning}",
    )


@pytest.mark.parametrize(
    ("meaning", "says"),
    [
        ("Iemand moet vandaag veilig zijn.", ""),
        ("iemand   moet vandaag veilig zijn", ""),
        ("Iemand moet morgen veilig zijn.", "In 'Proef' betekent 'spoed' iets anders"),
        ("onbekend", "? Wat betekent 'spoed' in 'Proef'?"),
    ],
)
def test_a_meaning_is_the_same_whatever_its_spaces_capitals_and_full_stop(meaning: str, says: str) -> None:
    assert says_only(said("BEG002", begrippen=terms(), afspraken__proef=own(meaning)), says)


@pytest.mark.parametrize(
    ("partner", "party", "excused"),
    [
        ("politie", "politie", True),
        ("politie", "politie-tweebeken", True),
        ("politie-tweebeken", "politie", True),
        ("politie-tweebeken", "politie-tweebeken", True),
        ("politie", "om-tweebeken", False),
        ("om-tweebeken", "politie", False),
    ],
)
def test_a_party_may_mean_something_else_by_name_or_through_its_kind(
    partner: str, party: str, excused: bool
) -> None:
    listed = terms(more=OTHER_MEANING.format(partner, "Met zwaailicht."))
    messages = said("BEG002", begrippen=listed, afspraken__proef=own("Met zwaailicht", party))
    assert (messages == []) is excused


def test_a_third_meaning_is_not_excused() -> None:
    listed = terms(more=OTHER_MEANING.format("politie", "Met zwaailicht."))
    assert len(said("BEG002", begrippen=listed, afspraken__proef=own("Met sirene"))) == 1


@pytest.mark.parametrize("valid", ["tot_en_met: 2025-12-31"])
def test_an_agreement_that_is_over_may_have_meant_anything(valid: str) -> None:
    assert said("BEG002", begrippen=terms(), afspraken__proef=own("Met zwaailicht", valid=valid)) == []


def test_two_agreements_are_compared_on_a_word_that_the_region_leaves_open() -> None:
    one, two = own("Met zwaailicht", title="Een"), own("Binnen een week", title="Twee")
    messages = said("BEG002", begrippen=terms("onbekend"), afspraken__een=one, afspraken__twee=two)
    assert says_only(messages, "In 'Twee' betekent 'spoed' iets anders dan in 'Een'.")
    same = own("Met zwaailicht.", title="Twee")
    assert said("BEG002", begrippen=terms("onbekend"), afspraken__een=one, afspraken__twee=same) == []


SECOND = "  - id: haast\n    naam: haast\n    betekenis: Het kan niet wachten.\n"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("    synoniemen:\n      - vlug\n", ""),
        ("    synoniemen:\n      - Spoed\n", "'Spoed' hoort al bij het begrip 'spoed'."),
        ("    ontraden:\n      - spoed\n", "'spoed' hoort al bij het begrip 'spoed'."),
        ("    synoniemen:\n      - haast\n", ""),
    ],
)
def test_no_word_points_to_two_terms(words: str, says: str) -> None:
    assert says_only(said("BEG002", begrippen=terms(more=SECOND + words)), says)
