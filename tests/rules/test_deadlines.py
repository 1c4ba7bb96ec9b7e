"""What the rules about terms answer beyond their examples: what is unknown, what just fits, what adds up."""

from __future__ import annotations

import subprocess
import sys

import pytest

from ketenhandboek.findings import Finding, Severity, Unjudged
from ketenhandboek.rules.catalogue import catalogue
from ketenhandboek.rules.check import judged
from ketenhandboek.rules.example import example_chain
from ketenhandboek.rules.rule import Example
from ketenhandboek.rules.texts.home_ban import LOCAL
from ketenhandboek.rules.texts.lines import example_lines
from ketenhandboek.rules.texts.texts import POLICY, TEAM, both, example_ladder, example_step

NORM = """
    normen:
      - id: eigen-norm
        naam: Eigen norm
        soort: sectorafspraak
        binnen: {within}
        vanaf: {since}
        tot: hulpplan/einde
        toets: {verification}
"""
LINE = """
    - id: {task}
      taak: {task}
      eindverantwoordelijk: jeugdhulpaanbieder
      uitvoerders:
        - jeugdhulpaanbieder/medewerker
      termijn:
        binnen: {within}
        vanaf: {since}
      daarna:
"""
THEN = """
        - als: {outcome}
          naar: {task}
"""
LAST = "        - naar: einde"


def norm(within: str, since: str = "hulpplan/begin", verification: str = "geverifieerd") -> str:
    return NORM.format(within=within, since=since, verification=verification)


def line(task: str, within: str, since: str, *following: str) -> str:
    """A line for a task of youth care; what follows is `einde` unless it says otherwise."""
    after = "\n".join(part.strip("\n") for part in following or (LAST,))
    return f"{LINE.format(task=task, within=within, since=since)}{after}\n"


def said(code: str, day: str = "", **texts: str) -> list[Finding | Unjudged]:
    return list(judged(catalogue()[code], example_chain(Example.of("een proef", day, **texts))))


def findings(code: str, day: str = "", **texts: str) -> list[Finding]:
    return [item for item in said(code, day, **texts) if isinstance(item, Finding)]


def questions(code: str, day: str = "", **texts: str) -> list[Unjudged]:
    return [item for item in said(code, day, **texts) if isinstance(item, Unjudged)]


PLAN = line("hulpplan", "10 werkdagen", "hulpplan/begin")


@pytest.mark.parametrize(
    ("term", "limit", "fits"),
    [
        ("10 werkdagen", "10 werkdagen", True),
        ("11 werkdagen", "10 werkdagen", False),
        ("14 kalenderdagen", "2 weken", True),
        ("15 kalenderdagen", "2 weken", False),
        ("2 weken", "10 werkdagen", False),
        ("10 werkdagen", "2 weken", False),
        ("10 werkdagen", "20 kalenderdagen", True),
        ("48 uur", "1 kalenderdag", False),
        ("1 kalenderdag", "48 uur", True),
        ("1 jaar", "12 maanden", True),
        ("12 weken", "3 maanden", True),
        ("14 weken", "3 maanden", False),
    ],
)
def test_a_term_beside_a_norm_in_another_unit(term: str, limit: str, fits: bool) -> None:
    lines = example_lines(line("hulpplan", term, "hulpplan/begin"))
    found = findings("TER002", eigen__normen=norm(limit), afspraken__plan=lines)
    assert (not found) is fits


def test_a_norm_that_a_lawyer_must_still_see_gives_a_warning_that_says_so() -> None:
    lines = example_lines(line("hulpplan", "11 werkdagen", "hulpplan/begin"))
    texts = {"eigen__normen": norm("10 werkdagen", verification="te-toetsen"), "afspraken__plan": lines}
    (found,) = findings("TER002", **texts)
    assert found.severity is Severity.WAARSCHUWING
    assert found.message.endswith("Laat dit toetsen door een jurist.")


@pytest.mark.parametrize(
    "key", ["aandeel: in 80 procent van de gevallen", "geldig:\n          van: 2027-01-01"]
)
def test_a_norm_for_a_share_or_for_later_limits_nothing_now(key: str) -> None:
    limited = norm("5 werkdagen").rstrip() + f"\n        {key}\n"
    assert not findings("TER002", eigen__normen=limited, afspraken__plan=example_lines(PLAN))


@pytest.mark.parametrize(
    ("key", "asked"),
    [
        ("binnen: 10 werkdagen", "binnen welke tijd"),
        ("vanaf: hulpplan/begin", "vanaf wanneer"),
    ],
)
def test_what_a_term_leaves_open_is_asked(key: str, asked: str) -> None:
    lines = example_lines(PLAN.replace(key, f"{key.split(':')[0]}: onbekend"))
    (question,) = questions("TER001", afspraken__plan=lines)
    assert asked in question.question
    assert not findings("TER001", afspraken__plan=lines)


TALK = "gesprek-met-betrokkenen"
FROM_TALK = norm("10 werkdagen", since=f"{TALK}/begin")


def talk(within: str, *following: str) -> str:
    return line(TALK, within, f"{TALK}/begin", *following)


ACCEPTED = THEN.format(outcome="hulp-aanvaard", task="hulpplan")


@pytest.mark.parametrize(
    ("lines", "fits"),
    [
        ((talk("5 werkdagen", ACCEPTED), line("hulpplan", "5 werkdagen", "hulpplan/begin")), True),
        ((talk("5 werkdagen", ACCEPTED), line("hulpplan", "6 werkdagen", f"{TALK}/einde")), False),
        ((talk("9 werkdagen", ACCEPTED), line("hulpplan", "9 werkdagen", f"{TALK}/begin")), True),
        (
            (
                talk("5 werkdagen", f"{ACCEPTED.rstrip()}\n          binnen: 2 werkdagen\n"),
                line("hulpplan", "4 werkdagen", "hulpplan/begin"),
            ),
            False,
        ),
        (
            (
                talk("2 werkdagen", THEN.format(outcome="hulp-aanvaard", task="kindcheck")),
                line(
                    "kindcheck",
                    "4 werkdagen",
                    f"{TALK}/einde",
                    THEN.format(outcome="zorgen", task="hulpplan"),
                ),
                line("hulpplan", "5 werkdagen", f"{TALK}/einde"),
            ),
            True,
        ),
        (
            (
                talk("2 werkdagen", THEN.format(outcome="hulp-aanvaard", task="kindcheck")),
                line(
                    "kindcheck",
                    "4 werkdagen",
                    f"{TALK}/einde",
                    THEN.format(outcome="zorgen", task="hulpplan"),
                ),
                line("hulpplan", "5 werkdagen", "kindcheck/einde"),
            ),
            False,
        ),
    ],
    ids=["just fits", "one too many", "counts from the start", "starts late", "passes over", "adds up"],
)
def test_terms_along_a_route_add_up_only_where_they_wait_for_each_other(
    lines: tuple[str, ...], fits: bool
) -> None:
    found = findings("TER003", eigen__normen=FROM_TALK, afspraken__plan=example_lines(*lines))
    assert (not found) is fits


def test_a_route_that_loops_is_measured_without_going_round() -> None:
    again = THEN.format(outcome="geen-contact", task=TALK)
    lines = (talk("5 werkdagen", ACCEPTED, again), line("hulpplan", "5 werkdagen", "hulpplan/begin"))
    assert not said("TER003", eigen__normen=FROM_TALK, afspraken__plan=example_lines(*lines))


def test_a_task_without_a_term_leaves_all_after_it_undecided() -> None:
    endless = talk("5 werkdagen", ACCEPTED)
    start, end = endless.index("      termijn:"), endless.index("      daarna:")
    lines = example_lines(endless[:start] + endless[end:], line("hulpplan", "1 werkdag", "hulpplan/begin"))
    (question,) = said("TER003", eigen__normen=FROM_TALK, afspraken__plan=lines)
    assert isinstance(question, Unjudged)
    assert "Gesprek met betrokkenen" in question.question


@pytest.mark.parametrize(
    ("term", "fits"),
    [
        ("9 kalenderdagen", True),
        ("10 kalenderdagen", False),
        ("1 week", True),
        ("2 weken", False),
        ("192 uur", True),
        ("240 uur", False),
        ("1 werkdag", False),
    ],
)
def test_a_step_of_a_home_ban_ends_before_day_ten(term: str, fits: bool) -> None:
    local = LOCAL.replace("6 kalenderdagen", term)
    assert (not findings("TER008", afspraken__huisverbod_elsbroek=local)) is fits


@pytest.mark.parametrize("key", ["binnen: 6 kalenderdagen", "vanaf: oplegging"])
def test_a_step_of_a_home_ban_with_an_unknown_term_is_asked_about(key: str) -> None:
    local = LOCAL.replace(key, f"{key.split(':')[0]}: onbekend")
    (question,) = said("TER008", afspraken__huisverbod_elsbroek=local)
    assert isinstance(question, Unjudged)


MEETING = """
    overleggen:
      - id: casusoverleg-hulp
        naam: Casusoverleg hulp
        soort: casusoverleg-hulpverlening
        elke: {every}
"""


def step_of_a_meeting(within: str) -> str:
    top = example_step(["bestuurlijk"], [*both("directeur"), "casusoverleg-hulp"], within)
    return example_ladder(TEAM, POLICY, top)


@pytest.mark.parametrize(
    ("every", "within", "often_enough"),
    [
        ("1 week", "5 werkdagen", True),
        ("1 week", "4 werkdagen", False),
        ("7 kalenderdagen", "5 werkdagen", True),
        ("2 weken", "9 werkdagen", False),
        ("1 week", "7 kalenderdagen", True),
        ("1 week", "6 kalenderdagen", False),
        ("1 maand", "31 kalenderdagen", True),
        ("1 maand", "30 kalenderdagen", False),
        ("1 kalenderdag", "1 uur", False),
    ],
)
def test_a_case_that_just_missed_a_meeting_can_wait_for_the_next(
    every: str, within: str, often_enough: bool
) -> None:
    texts = {"overleggen": MEETING.format(every=every), "afspraken__ladder": step_of_a_meeting(within)}
    assert (not findings("TER007", **texts)) is often_enough


def test_a_meeting_of_which_nobody_knows_how_often_it_comes_is_asked_about() -> None:
    texts = {"overleggen": MEETING.format(every="onbekend"), "afspraken__ladder": step_of_a_meeting("1 week")}
    (question,) = said("TER007", **texts)
    assert isinstance(question, Unjudged)


@pytest.mark.parametrize(
    ("windows", "conflict"),
    [
        (("kantooruren", "weekend"), False),
        (("kantooruren", "kantooruren"), True),
        (("weekend", "altijd"), True),
    ],
)
def test_two_terms_for_different_hours_are_no_conflict(windows: tuple[str, str], conflict: bool) -> None:
    lines = [
        PLAN.replace("id: hulpplan", f"id: plan-{number}")
        .replace("10 werkdagen", f"{number} werkdagen")
        .replace("termijn:", f"geldt_voor:\n        tijden:\n          - {window}\n      termijn:")
        for number, window in enumerate(windows, 2)
    ]
    assert bool(findings("TER004", afspraken__plan=example_lines(*lines))) is conflict


PARTNER = """
    partners:
      - id: jeugdhulp-de-vlinder
        naam: Jeugdhulp De Vlinder
        soort: jeugdhulpaanbieder
        werkgebied:
          - gebied: regio
        bereikbaar:
          - tijden:
              - kantooruren
            via: het secretariaat
        contact_gecontroleerd_op: {checked}
"""


@pytest.mark.parametrize(
    ("checked", "day", "answers"),
    [
        ("2025-03-01", "2026-03-01", 0),
        ("2025-02-28", "2026-03-01", 1),
        ("2025-04", "2026-03-01", 0),
        ("2024", "2026-03-01", 1),
    ],
)
def test_a_check_of_contact_details_grows_old(checked: str, day: str, answers: int) -> None:
    assert len(findings("TER009", day, partners=PARTNER.format(checked=checked))) == answers


def test_a_check_in_a_month_that_is_just_a_year_ago_is_asked_about() -> None:
    (question,) = said("TER009", "2026-03-15", partners=PARTNER.format(checked="2025-03"))
    assert isinstance(question, Unjudged)


def test_a_partner_without_any_way_to_reach_it_is_asked_about_when_nothing_is_acute() -> None:
    text = PARTNER.format(checked="2026-01-15")
    unreachable = text[: text.index("        bereikbaar:")]
    (question,) = said("TER005", partners=unreachable, afspraken__plan=example_lines(PLAN))
    assert isinstance(question, Unjudged)
    assert "Jeugdhulp De Vlinder" in question.question


def test_unknown_hours_are_asked_for_an_acute_task_too() -> None:
    text = PARTNER.format(checked="2026-01-15").replace("kantooruren", "onbekend")
    crisis = line("crisisinterventie", "1 uur", "crisisinterventie/begin")
    (question,) = said("TER005", partners=text, afspraken__crisis=example_lines(crisis))
    assert isinstance(question, Unjudged)


def test_office_hours_are_enough_for_a_task_that_can_wait() -> None:
    texts = {"partners": PARTNER.format(checked="2026-01-15"), "afspraken__plan": example_lines(PLAN)}
    assert not said("TER005", **texts)


def test_no_library_of_holidays_is_loaded_for_terms_in_one_unit() -> None:
    code = (
        "import sys; from ketenhandboek.rules.check import check;"
        "from ketenhandboek.rules.example import clean_chain;"
        "check(clean_chain(), [f'TER00{n}' for n in range(1, 10)]); sys.exit('holidays' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
