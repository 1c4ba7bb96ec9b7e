"""The fast gate and the validator that explains must say the same of any data."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from specimens import KINDS, document, specimen, written

from ketenhandboek.kinds.explain import MOST_SHOWN, explain
from ketenhandboek.kinds.explain.faults import faults
from ketenhandboek.kinds.gate import fits, misfits
from ketenhandboek.source.document import Document
from ketenhandboek.source.reader import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.kinds.kind import Kind
    from ketenhandboek.source.document import Data

every_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)

ODD_VALUES: list[Data] = [
    *(None, 0, -1, 7, 518, 2017, 2200, 10**15),
    *(
        "",
        " ",
        "ja",
        "Nee",
        "true",
        "onbekend",
        "regio",
        "alle",
        "112",
        "06-12345678",
        "tekst\n",
        "twee\nregels",
    ),
    *(
        "5 dagen",
        "5 werkdagen",
        "vijf weken",
        "0 uur",
        "2025-02-30",
        "2024-02-29",
        "31-01-2025",
        "25:00",
        "24:00",
    ),
    *("veilig-thuis", "veilig-thuis/directeur", "Veilig Thuis", "a/b/c", "-a", "GM0518", "ESC001", "x" * 301),
    *([], {}, ["a"], ["a", "a"], [1, "1"], [{"a": 1}, {"a": 1}], {"a": "b"}, {"van": 2015}, {"id": "a"}),
]

ODD_DAYS: list[Data] = [
    "2025-02-30",
    "2024-02-29",
    "2023-02-29 10:00",
    "2025-02-29",
    "1799",
    1799,
    2200,
    "2025-1-1",
]


def branches(data: Data) -> Iterator[tuple[Any, str | int]]:
    """Every key and index in the data, with the map or list that has it."""
    steps = list(data) if isinstance(data, dict) else range(len(data)) if isinstance(data, list) else ()
    for step in steps:
        yield data, step
        yield from branches(data[step])


@st.composite
def damaged(draw: st.DrawFn) -> tuple[Kind, Data]:
    """A file with every key of its kind, with one to four odd changes."""
    kind = draw(st.sampled_from(KINDS))
    data = copy.deepcopy(specimen(kind))
    for _ in range(draw(st.integers(1, 4))):
        places = list(branches(data))
        if not places:
            break
        days = [(holder, step) for holder, step in places if str(holder[step]).startswith("20")]
        another_day: bool = draw(st.booleans())
        if days and another_day:
            holder, step = draw(st.sampled_from(days))
            holder[step] = draw(st.sampled_from(ODD_DAYS))
        else:
            _damage(draw, *draw(st.sampled_from(places)))
    return kind, data


def _damage(draw: st.DrawFn, holder: Any, step: str | int) -> None:
    change = draw(st.sampled_from(["replace", "remove", "add", "rename"]))
    value = copy.deepcopy(
        draw(st.sampled_from(ODD_VALUES) | st.text(max_size=5) | st.integers(-9, 10**16 - 1))
    )
    if change == "replace":
        holder[step] = value
    elif change == "remove":
        del holder[step]
    elif isinstance(holder, list):
        holder.append(copy.deepcopy(holder[0]) if change == "add" else value)
    elif change == "add":
        holder[draw(st.sampled_from(["kleur", "id", "van", "reden", "opmerking"]))] = value
    else:
        holder[f"{step}s"] = holder.pop(step)


@every_kind
def test_a_file_with_every_key_fits(kind: Kind) -> None:
    assert fits(kind, specimen(kind))
    assert misfits(kind, document(written(specimen(kind)))) == ()


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(damaged())
def test_the_gate_refuses_exactly_what_can_be_explained(found: tuple[Kind, Data]) -> None:
    kind, data = found
    assert fits(kind, data) == (faults(kind, data) == ([], True))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(damaged())
def test_whatever_does_not_fit_is_told_once_a_place_in_whole_sentences(found: tuple[Kind, Data]) -> None:
    kind, data = found
    read = read_text(written(data), "bestand.yaml")
    if not isinstance(read, Document):
        return
    told = misfits(kind, read)
    assert bool(told) != fits(kind, read.data)
    assert len({misfit.path for misfit in told}) == len(told)
    for misfit in told:
        assert misfit.problem.message[0].isupper() or misfit.problem.message[0] == "'"
        assert misfit.problem.message[-1] in ".?"
        assert len(misfit.problem.message) < 400
        assert 1 <= misfit.problem.span.line <= len(read.text.splitlines())


def test_every_file_is_refused_that_the_explanation_does_not_understand() -> None:
    kind = KINDS[0]
    (misfit,) = explain(kind, document(written(specimen(kind))))
    assert "kan niet zeggen waar" in misfit.problem.message


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (50, "'kleur' hoort hier niet. Haal het weg, of schrijf het bij 'opmerking'."),
        (53, "Vanaf hier staan nog 3 fouten in dit bestand. Los eerst de fouten hierboven op."),
        (5000, "Vanaf hier staan nog minstens 150 fouten in dit bestand. Los eerst de fouten hierboven op."),
    ],
)
def test_a_very_broken_file_gets_fifty_messages_and_a_count(wrong: int, told: str) -> None:
    kind = next(kind for kind in KINDS if kind.name == "partner")
    item = "  - id: a{}\n    naam: A\n    soort: a\n    werkgebied:\n      - gebied: regio\n    kleur: rood\n"
    found = misfits(kind, document("partners:\n" + "".join(item.format(number) for number in range(wrong))))
    assert len(found) <= MOST_SHOWN + 1
    assert found[-1].problem.message == told
    assert found[-1].path == (("partners",) if wrong > MOST_SHOWN else ("partners", 49, "kleur"))
