"""Tasks from which a region can build routes, and the norms and powers that go with them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from ketenhandboek.kinds.ground import Ground
from ketenhandboek.kinds.norm import Norm
from ketenhandboek.kinds.phase import Phase
from ketenhandboek.kinds.power import Power
from ketenhandboek.kinds.target_group import TargetGroup
from ketenhandboek.kinds.task import Task
from ketenhandboek.kinds.theme import Theme
from ketenhandboek.values import Duration, Ref

if TYPE_CHECKING:
    from ketenhandboek.chain.records import Records


def test_the_phases_stand_in_their_order(layer: Records) -> None:
    assert list(layer.of(Phase)) == [
        "signaleren",
        "directe-veiligheid",
        "stabiele-veiligheid",
        "herstel",
        "nazorg-monitoring",
    ]


def test_the_core_that_every_region_covers(layer: Records) -> None:
    required = {task.id: task for task in layer.of(Task).values() if task.required}

    assert {task.phase for task in required.values()} == set(layer.of(Phase))
    assert set(required) == {
        "signaleren", "melden", "advies-geven", "melding-ontvangen",
        "triage", "crisisinterventie", "onderzoek", "opvang", "veiligheidsplan",
        "huisverbod-opleggen", "huisverbod-verlengen",
        "hulp-slachtoffer", "hulp-pleger", "hulp-kind", "casusregie", "bestuurlijke-regie",
        "herstel", "monitoring",
    }  # fmt: skip


def test_what_is_required_covers_each_target_group_in_each_phase(layer: Records) -> None:
    covered = {
        (task.phase, group)
        for task in layer.of(Task).values()
        if task.required
        for group in task.target_groups or ("slachtoffer", "pleger", "kind")
    }

    assert covered == {
        (phase, group) for phase in layer.of(Phase) for group in ("slachtoffer", "pleger", "kind")
    }


@pytest.mark.parametrize(
    ("task", "first_day"),
    [
        ("melding-ontvangen", "2015-01-01"),
        ("triage", "2015-01-01"),
        ("onderzoek", "2015-01-01"),
        ("radarfunctie", "2019-01-01"),
        ("huisverbod-opleggen", "2009"),
    ],
)
def test_a_task_that_law_or_protocol_brought_has_a_first_day(
    layer: Records, task: str, first_day: str
) -> None:
    valid = layer.of(Task)[task].valid

    assert valid is not None
    assert str(valid.start) == first_day


def test_a_route_can_start_in_five_ways(layer: Records) -> None:
    assert [task.id for task in layer.of(Task).values() if task.entry] == [
        "signaleren",
        "advies-vragen",
        "melden",
        "melding-ontvangen",
        "noodhulp",
    ]


@pytest.mark.parametrize(
    ("task", "outcomes"),
    [
        (
            "triage",
            ["acute-onveiligheid", "structurele-onveiligheid", "onderzoek-nodig", "geen-onveiligheid"],
        ),
        ("veiligheidsplan", ["direct-veilig", "blijft-onveilig"]),
        ("hulp-kind", ["stabiel-veilig", "terugval"]),
        ("monitoring", ["blijft-veilig", "weer-onveilig"]),
        ("melden", []),
    ],
)
def test_a_task_ends_in_one_of_its_outcomes(layer: Records, task: str, outcomes: list[str]) -> None:
    assert [outcome.id for outcome in layer.of(Task)[task].outcomes] == outcomes


def test_one_outcome_alone_is_no_choice(layer: Records) -> None:
    assert [task.id for task in layer.of(Task).values() if len(task.outcomes) == 1] == []


@pytest.mark.parametrize(
    ("event", "task"),
    [
        ("ontvangst-melding", "melding-ontvangen"),
        ("besluit-onderzoek", "onderzoek"),
        ("noodoproep", "noodhulp"),
    ],
)
def test_a_task_begins_with_an_event(layer: Records, event: str, task: str) -> None:
    assert layer.of(Task)[task].begin_event == event


def test_an_event_belongs_to_one_task(layer: Records) -> None:
    events = Counter(
        event for task in layer.of(Task).values() for event in (task.begin_event, task.end_event) if event
    )

    assert [event for event, count in events.items() if count > 1] == []


def test_what_starts_at_once_after_emergency_help_is_on_three_tracks(layer: Records) -> None:
    tasks = layer.of(Task)

    assert [tasks[id_].track for id_ in ("melden", "opsporing", "huisverbod-opleggen")] == [
        "hulp",
        "strafrecht",
        "bestuur",
    ]


def test_the_family_is_the_three_groups_together(layer: Records) -> None:
    assert layer.of(TargetGroup)["gezin"].includes == ("slachtoffer", "pleger", "kind")


def test_a_theme_lists_single_groups_and_elder_abuse_has_no_child(layer: Records) -> None:
    themes = layer.of(Theme)

    assert {group for theme in themes.values() for group in theme.target_groups} == {
        "slachtoffer",
        "pleger",
        "kind",
    }
    assert [theme.id for theme in themes.values() if not theme.target_groups] == []
    assert "kind" not in themes["ouderenmishandeling"].target_groups


def test_honour_related_violence_needs_an_order_of_its_own(layer: Records) -> None:
    assert [theme.id for theme in layer.of(Theme).values() if theme.needs_own_route] == [
        "eergerelateerd-geweld"
    ]


@pytest.mark.parametrize(
    ("norm", "within", "since"),
    [
        ("veilig-thuis-triage", "5 werkdagen", "ontvangst-melding"),
        ("veilig-thuis-onderzoek", "10 weken", "besluit-onderzoek"),
        ("huisverbod-duur", "10 kalenderdagen", "oplegging"),
        ("huisverbod-verlengd-duur", "4 weken", "oplegging"),
        ("huisverbod-verblijfplaats", "24 uur", "oplegging"),
    ],
)
def test_a_norm_counts_from_an_event(layer: Records, norm: str, within: str, since: str) -> None:
    found = layer.of(Norm)[norm]

    assert (found.within, found.since) == (Duration.parse(within), Ref(since))


def test_the_mayor_keeps_extending_and_withdrawing(layer: Records) -> None:
    powers = layer.of(Power).values()

    assert {str(power.holder) for power in powers} == {"gemeente/burgemeester"}
    assert {power.id for power in powers if not power.mandatable} == {
        "huisverbod-verlengen",
        "huisverbod-intrekken",
    }
    assert {str(power.receiver) for power in powers if power.mandatable} == {"politie/hulpofficier"}


def test_police_data_reach_a_partnership_only_with_a_written_decision(layer: Records) -> None:
    assert [ground.id for ground in layer.of(Ground).values() if ground.written_decision] == ["wpg-20"]


def test_the_police_may_not_send_to_a_local_team_as_to_veilig_thuis(layer: Records) -> None:
    receivers = layer.of(Ground)["bpg-4-2"].receivers

    assert "veilig-thuis" in receivers
    assert "lokaal-team" not in receivers
