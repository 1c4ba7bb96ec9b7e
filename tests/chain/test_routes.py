"""Routes: what is worked out task by task agrees with a walk past every set of open tasks."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from ketenhandboek.chain.net import Net, Step, Way
from ketenhandboek.rules.example import clean_chain

if TYPE_CHECKING:
    from collections.abc import Iterator

State = frozenset[str]
TASKS = ("melden", "triage", "plan", "regie", "verbod")
TRACKS = ("", "hulp", "hulp", "bestuur")


@st.composite
def nets(draw: st.DrawFn, most: int = 2) -> Net:
    """Small nets: up to five tasks in up to two ways, in which an outcome starts up to `most` tasks."""
    known = TASKS[: draw(st.integers(1, len(TASKS)))]
    following = st.lists(st.sampled_from(known), max_size=most, unique=True).map(tuple)
    ways = {
        task: tuple(
            Way(
                task,
                tuple(Step(str(number), draw(following)) for number in range(draw(st.integers(1, 2)))),
                draw(st.booleans()),
            )
            for _ in range(draw(st.sampled_from((1, 1, 2))))
        )
        for task in known
        if task == known[0] or draw(st.integers(0, 5))
    }
    tracks = {task: draw(st.sampled_from(TRACKS)) for task in known}
    entries = frozenset(known[: draw(st.integers(1, 2))])
    return Net(ways, entries, tracks)


def steps(net: Net, state: State, task: str) -> Iterator[tuple[Step, State]]:
    """Every way and outcome of an open task, and the open tasks after it."""
    for way in net.ways.get(task, ()):
        for step in way.steps:
            yield step, (state - {task}) | set(step.next)


def states(net: Net, start: State) -> set[State]:
    """Every set of open tasks that can come up."""
    found: set[State] = set()
    ahead = [start]
    while ahead:
        state = ahead.pop()
        if state not in found:
            found.add(state)
            ahead.extend(after for task in state for _, after in steps(net, state, task))
    return found


def every_state(net: Net) -> set[State]:
    starts = (frozenset((entry,)) for entry in net.entries if entry in net.ways)
    return {state for start in starts for state in states(net, start)}


def ending_states(net: Net, start: State) -> set[State]:
    """The states from which the families' choice of outcomes leads to an end, whoever has the tasks."""
    known = states(net, start)
    ending = {state for state in known if not state & net.ways.keys()}
    while True:
        more = {
            state
            for state in known - ending
            if any(
                all(
                    any((state - {task}) | set(step.next) in ending for step in way.steps)
                    for way in net.ways[task]
                )
                for task in state & net.ways.keys()
            )
        }
        if not more:
            return ending
        ending |= more


def helping(net: Net) -> Net:
    """The net without what runs beside the help track, and without what starts together on one track."""
    on_track = {task for task in TASKS if net.tracks.get(task, "") in ("", "hulp")}

    def alternatives(step: Step) -> Iterator[Step]:
        following = [task for task in step.next if task in on_track]
        same = any(net.tracks[one] == net.tracks[other] for one, other in combinations(following, 2))
        yield from (
            [step._replace(next=(task,)) for task in following]
            if same
            else [step._replace(next=tuple(following))]
        )

    ways = {
        task: tuple(
            way._replace(steps=tuple(one for step in way.steps for one in alternatives(step)))
            for way in several
        )
        for task, several in net.ways.items()
        if task in on_track
    }
    return Net(ways, net.entries & ways.keys(), net.tracks)


@given(nets())
def test_a_task_is_reached_when_it_is_open_in_some_state(net: Net) -> None:
    assert net.reached == frozenset[str]().union(*every_state(net))


@given(nets(), st.sets(st.sampled_from(TASKS)))
def test_what_is_left_out_leads_nowhere_and_nothing_leads_to_it(net: Net, left_out: set[str]) -> None:
    def rest(way: Way) -> Way:
        kept = (step._replace(next=tuple(set(step.next) - left_out)) for step in way.steps)
        return way._replace(steps=tuple(kept))

    ways = {task: tuple(map(rest, several)) for task, several in net.ways.items() if task not in left_out}
    without = Net(ways, net.entries - left_out, net.tracks)
    assert net.reach(net.entries, left_out) == without.reach(without.entries)


@given(nets())
def test_a_task_is_endless_when_a_route_from_it_need_not_end(net: Net) -> None:
    for task in net.ways:
        start = frozenset((task,))
        assert (task in net.endless) == (start not in ending_states(net, start))


@given(nets())
def test_who_can_get_stuck_is_stuck_in_a_loop_in_the_end(net: Net) -> None:
    assert bool(net.loops) == bool(net.endless & net.reached)
    for loop in net.loops:
        assert loop <= net.endless
        assert all(net.reach((task,)) >= loop for task in loop)


@given(nets())
def test_two_tasks_are_together_when_both_are_open_in_some_state_of_help(net: Net) -> None:
    pairs = {frozenset(pair) for state in every_state(helping(net)) for pair in combinations(state, 2)}
    assert net.together.keys() == pairs


@given(nets(most=1))
def test_a_task_is_alone_when_it_is_the_only_one_that_can_hold_sight(net: Net) -> None:
    assert net.alone == frozenset[str]().union(*every_state(helping(net))) & net.ways.keys()


def test_what_must_be_done_first_is_reached_too() -> None:
    end = (Step("klaar", ()),)
    ways = {
        "melden": (Way("melden", (Step("klaar", ("verbod",)),), holds=True),),
        "verbod": (Way("verbod", end, holds=False, first=("overleg",)),),
        "overleg": (Way("overleg", (Step("klaar", ("advies",)),), holds=False),),
        "advies": (Way("advies", end, holds=False),),
    }
    assert Net(ways, frozenset(("melden",)), {}).reached == ways.keys()


def test_situations_with_the_same_net_share_it() -> None:
    chain = clean_chain()
    assert len(chain.routes.nets) == len(chain.space.groups.names), "only target groups differ there"
    together = 0
    for net in chain.routes.nets:
        assert not together & net.cells, "a situation has one net"
        together |= net.cells
    assert together == chain.space.cells(chain.space.whole._replace(periods=1))


def test_a_net_has_only_what_concerns_its_target_group() -> None:
    chain = clean_chain()
    for group, net in zip(chain.space.groups.names, chain.routes.nets, strict=True):
        helps = {"hulp-slachtoffer", "hulp-pleger", "hulp-kind"} & net.ways.keys()
        assert helps == {f"hulp-{group}"}


def test_a_task_outside_the_routes_is_in_no_net() -> None:
    chain = clean_chain()
    assert "bestuurlijke-regie" in {line.own.task for line in chain.elaboration.lines}
    assert not any("bestuurlijke-regie" in net.ways for net in chain.routes.nets)


def test_every_way_leads_back_to_its_lines() -> None:
    chain = clean_chain()
    for net in chain.routes.nets:
        for way in (way for ways in net.ways.values() for way in ways):
            found = list(chain.routes.lines(net, way))
            assert found
            assert all(holding.line.own.task == way.task and cells & net.cells for holding, cells in found)
