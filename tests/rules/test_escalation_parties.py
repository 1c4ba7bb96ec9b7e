"""ESC004, ESC006, ESC007 and ESC008: who is on a ladder, and between whom there is one."""

from __future__ import annotations

import pytest
from saying import said, says_only

from ketenhandboek.rules.texts.texts import (
    POLICY,
    TEAM,
    TOP,
    both,
    example_agreement,
    example_ladder,
    example_step,
)

LADDER = example_ladder(TEAM, POLICY, TOP)
NAME = "'Samenwerking polikliniek en jeugdhulp'"


def clinic(function: str) -> str:
    return f"""
partners:
  - id: polikliniek-het-anker
    naam: Polikliniek Het Anker
    soort: forensische-zorg
    werkgebied:
      - gebied: regio
    functies:
      - id: bestuurder
        naam: Bestuurder
        niveau: bestuurlijk
{function}"""


DIRECTED = example_ladder(
    example_step(["bestuurlijk"], ["polikliniek-het-anker/bestuurder", "jeugdhulpaanbieder/directeur"])
)


@pytest.mark.parametrize(
    ("function", "answer"),
    [
        ("        plaatsvervanger: directeur", ""),
        ("", "De bestuurder van Polikliniek Het Anker heeft geen plaatsvervanger."),
        (
            "        plaatsvervanger: bestuurder",
            "De bestuurder van Polikliniek Het Anker heeft geen plaatsverv",
        ),
        ("        plaatsvervanger: onbekend", "? Wie vervangt de bestuurder van Polikliniek Het Anker?"),
        (
            "        plaatsvervanger: directeur\n        bestaat:\n          van: 2026-02",
            "",
        ),
        (
            "        plaatsvervanger: directeur\n        bestaat:\n          van: 2026",
            "? Bestaat de bestuurder van Polikliniek Het Anker op 1 maart 2026?",
        ),
        (
            "        plaatsvervanger: directeur\n        bestaat:\n          van: 2027",
            "De bestuurder van Polikliniek Het Anker bestaat niet op 1 maart 2026.",
        ),
        (
            "        plaatsvervanger: tweede\n      - id: tweede\n        bestaat:\n          van: 2027",
            "De plaatsvervanger van de bestuurder van Polikliniek Het Anker bestaat niet op 1 maart 2026.",
        ),
    ],
)
def test_a_function_on_a_step_exists_and_has_a_deputy(function: str, answer: str) -> None:
    messages = said("ESC004", partners=clinic(function), afspraken__ladder=DIRECTED)
    assert says_only(messages, answer)


def test_an_ended_function_that_is_named_directly_is_told_by_another_rule() -> None:
    ended = clinic("        plaatsvervanger: directeur\n        bestaat:\n          tot_en_met: 2025-12-31")
    assert said("ESC004", partners=ended, afspraken__ladder=DIRECTED) == []
    assert len(said("AFS008", partners=ended, afspraken__ladder=DIRECTED)) == 1


def test_an_ended_function_behind_a_kind_is_told_with_its_municipality() -> None:
    partners = """
        partners:
          - id: lokaal-team-elsbroek
            naam: Gezinsteam Elsbroek
            soort: lokaal-team
            werkgebied:
              - gebied: elsbroek
            functies:
              - id: coordinator
                bestaat:
                  tot_en_met: 2025-12-31
    """
    text = example_ladder(example_step(["teammanager"], [*both("teammanager"), "lokaal-team/coordinator"]))
    (message,) = said("ESC004", partners=partners, afspraken__ladder=text)
    assert message.startswith(
        "De coördinator van Gezinsteam Elsbroek bestaat in Elsbroek niet op 1 maart 2026."
    )


def test_a_function_that_starts_with_the_agreement_is_in_time() -> None:
    later = clinic("        plaatsvervanger: directeur\n        bestaat:\n          van: 2027-01-01")
    text = DIRECTED.replace("van: 2025-01-01", "van: 2027-01-01")
    assert said("ESC004", partners=later, afspraken__ladder=text) == []


@pytest.mark.parametrize(
    ("change", "judged"),
    [
        (("stand: vastgesteld", "stand: concept"), True),
        (("van: 2025-01-01", "van: onbekend"), True),
        (("van: 2025-01-01", "van: 2027-01-01"), True),
        (("van: 2025-01-01", "van: 2025-01-01\n  tot_en_met: 2025-12-31"), False),
        (("gebied:", "ingetrokken_op: 2026-01-01\ngebied:"), False),
    ],
)
def test_a_ladder_is_judged_unless_its_agreement_is_over(change: tuple[str, str], judged: bool) -> None:
    text = example_ladder(TOP, way_down="").replace(*change, 1)
    assert bool(said("ESC009", afspraken__ladder=text)) is judged


def test_a_meeting_on_a_step_brings_its_participants() -> None:
    step = example_step(["teammanager"], ["forensische-zorg/teammanager", "casusoverleg-hulp"])
    assert said("ESC008", afspraken__ladder=example_ladder(step)) == []
    assert said("ESC004", afspraken__ladder=example_ladder(step)) == []


def test_who_is_not_known_yet_is_asked() -> None:
    text = example_ladder(example_step(["teammanager"], ["forensische-zorg/teammanager", "onbekend"]))
    assert said("ESC004", afspraken__ladder=text) == [f"? Wie staat er op trede 1 van {NAME}?"]
    assert said("ESC008", afspraken__ladder=text) == [
        f"? Wie zit er op trede 1 van {NAME} namens Jeugdhulpaanbieder?"
    ]


def between(one: str, other: str, trigger: str = "route-loopt-vast") -> str:
    """A ladder with one step between two parties for one trigger."""
    head = example_ladder(example_step(["bestuurlijk"], both("directeur")))
    start, _, rest = head.partition("    tussen:\n")
    tail = rest.partition("    opgelost_binnen")[2]
    sides = f"    tussen:\n      - {one}\n      - {other}\n    aanleidingen:\n      - {trigger}\n"
    return f"{start}{sides}    opgelost_binnen{tail}"


@pytest.mark.parametrize(
    ("one", "other", "double"),
    [
        ("veilig-thuis", "lokaal-team", True),
        ("lokaal-team-elsbroek", "veilig-thuis-tweebeken", True),
        ("lokaal-team", "gemeente", False),
        ("veilig-thuis", "vrouwenopvang", False),
    ],
)
def test_a_second_ladder_for_the_same_partners_is_one_too_many(one: str, other: str, double: bool) -> None:
    messages = said("ESC006", afspraken__tweede=between(one, other))
    assert any("twee ladders" in message for message in messages) is double


def test_a_ladder_in_a_local_elaboration_holds_instead_of_the_regional_one() -> None:
    local = between("veilig-thuis", "lokaal-team").replace(
        "gebied:\n  - regio", "gebied:\n  - elsbroek\nwerkt_uit:\n  - regionale-afspraken"
    )
    assert said("ESC006", afspraken__tweede=local) == []


def test_two_ladders_in_one_municipality_are_told_with_its_name() -> None:
    wide = between("veilig-thuis", "gemeente")
    narrow = wide.replace("    tussen:", "    gebied:\n      - elsbroek\n    tussen:")
    messages = said("ESC006", afspraken__eerste=between("politie", "rvdk"), afspraken__tweede=narrow)
    assert any("zijn er twee ladders tussen Veilig Thuis en Gemeente" in message for message in messages)
    regional = said("ESC006", afspraken__eerste=wide, afspraken__tweede=narrow)
    assert any("zijn er twee ladders" in message for message in regional)


HANDOVER = """
    verantwoordelijkheden:
      - id: risico
        taak: risicoanalyse
        eindverantwoordelijk: {giver}
        daarna:
          - naar: gesprek-met-betrokkenen
      - id: gesprek
        taak: gesprek-met-betrokkenen
        eindverantwoordelijk: {receiver}
        daarna:
          - naar: einde
"""


@pytest.mark.parametrize(
    ("giver", "receiver", "answer"),
    [
        ("veilig-thuis", "lokaal-team", ""),
        ("veilig-thuis-tweebeken", "lokaal-team-elsbroek", ""),
        ("politie", "lokaal-team", ""),
        ("gemeente", "lokaal-team", ""),
        ("lokaal-team", "lokaal-team", ""),
        ("forensische-zorg", "veilig-thuis", "Forensische zorg draagt hier over aan Veilig Thuis"),
        ("forensische-zorg", "onbekend", "? Wie is eindverantwoordelijk voor 'Gesprek met betrokkenen'?"),
    ],
)
def test_parties_that_hand_over_have_a_ladder(giver: str, receiver: str, answer: str) -> None:
    text = example_agreement(HANDOVER.format(giver=giver, receiver=receiver))
    messages = said("ESC006", afspraken__overdracht=text)
    assert says_only(messages, answer)


def test_lines_that_never_meet_hand_nothing_over() -> None:
    lines = HANDOVER.format(giver="forensische-zorg", receiver="jeugdhulpaanbieder")
    groups = iter(("pleger", "kind"))
    narrowed = "".join(
        f"{line}\n        geldt_voor:\n          doelgroepen:\n            - {next(groups)}\n"
        if "eindverantwoordelijk" in line
        else f"{line}\n"
        for line in lines.splitlines()
    )
    assert said("ESC006", afspraken__overdracht=example_agreement(narrowed)) == []


def test_a_draft_ladder_neither_helps_nor_clashes() -> None:
    draft = between("veilig-thuis", "lokaal-team").replace("stand: vastgesteld", "stand: concept")
    assert said("ESC006", afspraken__tweede=draft) == []


def test_where_to_go_in_danger_is_asked_when_no_agreement_tells() -> None:
    (message,) = said("ESC007", afspraken__regionale_afspraken=LADDER)
    assert message.startswith("? Wie belt men in Berkenrade en Elsbroek direct bij 'iemand is nu in gevaar'?")
