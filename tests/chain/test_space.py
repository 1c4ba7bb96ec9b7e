"""Sets of situations as boxes: what a box holds, and the cover that says a set in the fewest words."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ketenhandboek.chain.space import Box, Situation, Space, bits, places

GROUPS = ("slachtoffer", "pleger", "kind")
THEMES = {
    "partnergeweld": ("slachtoffer", "pleger", "kind"),
    "kindermishandeling": ("pleger", "kind"),
    "ouderenmishandeling": ("slachtoffer", "pleger"),
}
Cells = frozenset[Situation]


def space_of(municipalities: int, atoms: int, themes: int, periods: int) -> Space:
    named = dict(list(THEMES.items())[:themes])
    return Space([f"m{number}" for number in range(municipalities)], atoms, named, GROUPS, periods)


def every(space: Space) -> list[Situation]:
    """All situations, by looking at every combination of names."""
    return [
        Situation(municipality, atom, theme, group, period)
        for municipality, atom, theme, group, period in product(
            space.municipalities.names,
            range(len(space.atoms.names)),
            space.themes.names,
            GROUPS,
            range(len(space.periods.names)),
        )
        if group in THEMES[theme]
    ]


def inside(space: Space, box: Box) -> Cells:
    """The situations in a box, name by name."""
    chosen: tuple[set[object], ...] = (
        set(space.municipalities.chosen(box.municipalities)),
        set(places(box.atoms)),
        set(space.themes.chosen(box.themes)),
        set(space.groups.chosen(box.groups)),
        set(places(box.periods)),
    )
    return frozenset(
        item for item in every(space) if all(name in names for name, names in zip(item, chosen, strict=True))
    )


def wider(space: Space, box: Box) -> list[Box]:
    """The box with one place more, in every way there is."""
    return [
        box._replace(**{name: getattr(box, name) | 1 << place})
        for name, whole in zip(Box._fields, space.whole, strict=True)
        for place in places(whole & ~getattr(box, name))
    ]


spaces = st.builds(space_of, st.integers(1, 3), st.integers(1, 3), st.integers(1, 3), st.integers(1, 3))


@st.composite
def filled(draw: st.DrawFn) -> tuple[Space, Cells]:
    """A space and a set in it: a union of boxes with some situations taken out or put in."""
    space = draw(spaces)
    cells: set[Situation] = set()
    for _ in range(draw(st.integers(1, 3))):
        choice = Box(*(draw(st.integers(1, whole)) for whole in space.whole))
        cells |= inside(space, choice)
    flipped = draw(st.sets(st.sampled_from(every(space)), max_size=5))
    return space, frozenset(cells ^ flipped)


def as_bits(space: Space, cells: Cells) -> int:
    found = 0
    for cell in cells:
        found |= space.cell(cell)
    return found


@settings(max_examples=200, deadline=None)
@given(spaces, st.data())
def test_a_box_holds_every_combination_of_its_choices(space: Space, data: st.DataObject) -> None:
    box = Box(*(data.draw(st.integers(0, whole)) for whole in space.whole))
    assert frozenset(space.situations(space.cells(box))) == inside(space, box)


@settings(max_examples=300, deadline=None)
@given(filled())
def test_a_cover_is_the_set_in_boxes_that_can_not_be_widened_or_left_out(found: tuple[Space, Cells]) -> None:
    space, cells = found
    boxes = space.cover(as_bits(space, cells))
    parts = [inside(space, box) for box in boxes]
    assert frozenset().union(*parts) == cells, "together they are the set"
    for number, (box, part) in enumerate(zip(boxes, parts, strict=True)):
        others = frozenset[Situation]().union(*parts[:number], *parts[number + 1 :])
        assert part - others, "none can be left out"
        for larger in wider(space, box):
            added = inside(space, larger) - part
            assert not added or added - cells, "none can be widened"


@settings(max_examples=100, deadline=None)
@given(filled())
def test_what_holds_at_some_time_is_spread_out_over_all_hours(found: tuple[Space, Cells]) -> None:
    space, cells = found
    now = frozenset(cell for cell in cells if cell.period == 0)
    served = {(cell.municipality, cell.theme, cell.group) for cell in now}
    expected = {
        cell
        for cell in every(space)
        if cell.period == 0 and (cell.municipality, cell.theme, cell.group) in served
    }
    assert set(space.situations(space.at_some_time(as_bits(space, now)))) == expected


def test_municipalities_are_widened_first_and_periods_last() -> None:
    space = space_of(2, 2, 1, 2)
    cross = space.cells(space.whole._replace(municipalities=1)) | space.cells(space.whole._replace(atoms=1))
    first, second = space.cover(cross)
    assert (first.municipalities, first.atoms) == (0b11, 0b01)
    assert (second.municipalities, second.atoms) == (0b01, 0b11)
    assert first.periods == second.periods == 0b11


def test_nothing_is_covered_by_no_boxes() -> None:
    assert space_of(2, 2, 2, 2).cover(0) == ()


def test_a_theme_has_no_situations_for_a_group_that_it_does_not_concern() -> None:
    assert space_of(1, 1, 2, 1).cell(Situation("m0", 0, "kindermishandeling", "slachtoffer")) == 0


@pytest.mark.parametrize("choice", [0, 1, 0b1010, 0b1111])
def test_places_are_the_inverse_of_bits(choice: int) -> None:
    assert bits(places(choice)) == choice
