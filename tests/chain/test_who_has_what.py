"""Who has a task where, against every single situation; how far it is settled; and who is critical."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ketenhandboek.chain.answers import answers, due, unanswered
from ketenhandboek.chain.connections import Connection, Way
from ketenhandboek.chain.critical import critical
from ketenhandboek.chain.follow import follows, from_entries
from ketenhandboek.chain.heat import Heat, State
from ketenhandboek.kinds.task import Task
from ketenhandboek.rules.example import clean_chain, example_chain
from ketenhandboek.rules.rule import Example

if TYPE_CHECKING:
    from ketenhandboek.chain.chain import Chain

BED = """
taken:
  - id: bed
    naam: Bed voor een nacht
    fase: directe-veiligheid
    verdeling: een
    acuut: {acute}
    vereist: {required}
"""
AGREEMENT = """
titel: Afspraken over een bed
soort: samenwerkingsafspraak
stand: vastgesteld
geldig:
  van: 2025-01-01
gebied:
  - elsbroek
themas:
  - alle
partijen:
  - partner: gemeente
    getekend: 2025-01-01
    rol: uitvoerend
verantwoordelijkheden:
  - id: bed
    taak: bed
    eindverantwoordelijk: gemeente
    geldt_voor:
      tijden:
        - kantooruren
"""


def bed(acute: str, required: str) -> Chain:
    """The example region with a task that one municipality has in office hours only."""
    tasks = BED.format(acute=acute, required=required)
    return example_chain(Example.of("", "", eigen__taken=tasks, afspraken__bed=AGREEMENT))


def test_each_situation_is_answered_by_the_lines_that_hold_in_it() -> None:
    chain = clean_chain()
    for task in chain.records.of(Task).values():
        found = list(answers(chain, task))
        for situation in chain.space.situations(due(chain, task)):
            cell = chain.space.cell(situation)
            here = {id(answer.line.own) for answer in found if answer.cells & cell}
            lines = (line for line in chain.situations.at(situation) if line.own.task == task.id)
            assert here == {id(line.own) for line in lines}


def test_what_is_answered_and_what_is_not_are_all_situations_of_a_task() -> None:
    chain = clean_chain()
    for task in chain.records.of(Task).values():
        gap, free = unanswered(chain, task)
        assert not gap & free
        assert chain.coverage.covered(task)[0] & due(chain, task) | gap | free == due(chain, task)


@pytest.mark.parametrize(
    ("acute", "required", "in_elsbroek", "in_berkenrade", "gap"),
    [
        ("ja", "ja", State.PARTLY, State.NEVER, True),
        ("ja", "nee", State.PARTLY, State.FREE, False),
        ("nee", "ja", State.PARTLY, State.NEVER, False),
    ],
)
def test_the_map_tells_a_gap_from_what_waits_or_may_stay_open(
    acute: str, required: str, in_elsbroek: State, in_berkenrade: State, gap: bool
) -> None:
    chain = bed(acute, required)
    task, heat = chain.records.of(Task)["bed"], Heat(chain)
    assert heat.cell(task, "elsbroek").state is in_elsbroek
    assert heat.cell(task, "berkenrade").state is in_berkenrade
    assert bool(heat.cell(task, "elsbroek").gap) is gap


def test_a_route_has_only_what_an_entry_leads_to() -> None:
    chain = clean_chain()
    arrows = from_entries(chain, follows(chain))
    tasks = chain.records.of(Task)
    reached = {arrow.next.task for arrow in arrows}
    assert arrows
    assert all(tasks[arrow.task].entry or arrow.task in reached for arrow in arrows)


def test_no_arrow_leads_to_a_task_for_other_people() -> None:
    chain = clean_chain()
    tasks = chain.records.of(Task)
    for arrow in follows(chain):
        target = tasks.get(arrow.next.task)
        assert arrow.cells & ~due(chain, tasks[arrow.task]) == 0
        assert target is None or arrow.cells & ~due(chain, target) == 0


def line(source: str, target: str) -> Connection:
    return Connection(source, target, Way.HANDOVER, "", "")


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ([("a", "b"), ("b", "c"), ("c", "a")], {}),
        ([("a", "b"), ("b", "c")], {"b": ("c",)}),
        ([("a", "b"), ("b", "a"), ("b", "c"), ("c", "d")], {"b": ("a",), "c": ("d",)}),
        ([("a", "a")], {}),
    ],
)
def test_a_party_is_critical_when_others_lose_touch_without_it(
    lines: list[tuple[str, str]], found: dict[str, tuple[str, ...]]
) -> None:
    told = critical(line(*ends) for ends in lines)
    assert {item.party: item.cut_off for item in told} == found
