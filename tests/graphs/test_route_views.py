"""Pictures of routes and of the whole chain hold what the agreements say: no more, no less, and counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.chain.follow import follows, from_entries
from ketenhandboek.graphs import networks as module
from ketenhandboek.graphs.networks import networks
from ketenhandboek.graphs.routes import TRACKS, around_task, of_phase, of_situations
from ketenhandboek.kinds.phase import Phase
from ketenhandboek.kinds.task import Task
from ketenhandboek.rules.example import clean_chain

if TYPE_CHECKING:
    import pytest

    from ketenhandboek.chain.space import Space


def address(kind: str, id_: str) -> str:
    return f"../{kind}/{id_}/"


def test_around_every_task_stand_exactly_its_arrows() -> None:
    chain = clean_chain()
    arrows = follows(chain)
    for task in chain.records.of(Task).values():
        view = around_task(chain, address, task)
        pairs = {(a.task, a.next.task) for a in arrows if task.id in (a.task, a.next.task)}
        assert ({(edge.source, edge.target) for edge in view.edges} if view else set()) == pairs


def test_a_phase_marks_the_tasks_of_other_phases() -> None:
    chain = clean_chain()
    tasks = chain.records.of(Task)
    for phase in chain.records.of(Phase).values():
        view = of_phase(chain, address, phase)
        for node in view.nodes if view else ():
            if node.id in tasks:
                assert (node.kind == "elders") is (tasks[node.id].phase != phase.id)


def test_a_route_begins_where_it_may_and_tells_tracks_apart() -> None:
    chain = clean_chain()
    view = of_situations(chain, address, "alles", "Alles", -1)
    assert view is not None
    arrows = from_entries(chain, follows(chain))
    assert {(e.source, e.target) for e in view.edges} == {(a.task, a.next.task) for a in arrows}
    tasks = chain.records.of(Task)
    for edge in view.edges:
        track = tasks[edge.target if edge.target in tasks else edge.source].track
        assert edge.kind == (TRACKS[track].id if track in TRACKS else "zonder-spoor")
    assert len({kind.line for kind in TRACKS.values()}) == len(TRACKS)


def test_where_an_arrow_does_not_hold_everywhere_it_says_where() -> None:
    chain = clean_chain()
    view = of_situations(chain, address, "elsbroek", "Elsbroek", _only(chain.space, "elsbroek"))
    assert view is not None
    assert all("alleen in Elsbroek" in edge.note for edge in view.edges)


def test_every_line_of_the_chain_can_be_found_by_phase_and_theme() -> None:
    chain = clean_chain()
    for view in networks(chain, address):
        choices = {tag for item in view.filters for tag, _ in item.choices}
        assert view.folded == ()
        for edge in view.edges:
            assert any(tag.startswith("thema-") for tag in edge.tags)
        assert choices <= {tag for edge in view.edges for tag in edge.tags}


def test_a_crowd_stands_under_its_kinds_and_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    chain = clean_chain()
    monkeypatch.setattr(module, "MOST_PARTIES", 1)
    for view in networks(chain, address):
        assert not {node.id for node in view.nodes} & chain.binding.partners.keys()
        named = {end for c in chain.connections.all if f"keten-{c.way.value}" == view.id for end in c[:2]}
        count = len(named & chain.binding.partners.keys())
        assert view.folded == ((f"{count} organisaties staan hier onder hun soort.",) if count else ())


def _only(space: Space, municipality: str) -> int:
    box = space.whole._replace(municipalities=space.municipalities.of((municipality,)), periods=1)
    return space.cells(box)
