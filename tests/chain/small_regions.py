"""Small regions of every shape, as the records that an editor could have written."""

from __future__ import annotations

from datetime import date
from itertools import combinations
from typing import Any

import yaml
from hypothesis import strategies as st

from ketenhandboek.chain.chain import Chain
from ketenhandboek.chain.load import combine, read_texts

DAY = date(2026, 3, 1)
MUNICIPALITIES = ("abelen", "berken", "ceder")
THEMES = ("partnergeweld", "kindermishandeling", "ouderenmishandeling")
GROUPS = ("slachtoffer", "pleger", "kind", "gezin")
WINDOWS = ("dag", "nacht", "weekend")
PARTIES = ("lokaal-team", "huisarts", "team-a", "agenten", "agenten", "onbekend")
TASKS = ("zorgen", "zien")
AGREEMENTS = ("eerste", "tweede", "derde")
KINDS = {"team-a": "lokaal-team", "team-b": "lokaal-team", "arts": "huisarts", "agenten": "politie"}
WEEKDAYS = ("maandag", "dinsdag", "zaterdag", "zondag")
Data = dict[str, Any]
Files = dict[str, Data]
"""What the files of a region's folder hold, by their names."""
AHEAD = ("2026-03-01", "2026-05-15", "2026-07-01", "2026-06", "2027-01-01")
SPANS: tuple[tuple[str | None, str | None], ...] = (
    *(((None, None),) * 6),
    *((start, None) for start in (*AHEAD, "2026", "onbekend")),
    *((None, end) for end in ("2025-12-31", *AHEAD, "2026", "onbekend")),
    ("2026-03-15", "2026-06-30"),
)


def some(*names: str) -> st.SearchStrategy[list[str]]:
    """One or more of these names."""
    return st.sampled_from([list(c) for n in range(1, len(names) + 1) for c in combinations(names, n)])


def maybe(*names: str) -> st.SearchStrategy[list[str]]:
    """None of these names, more often than not, or some of them."""
    chosen = [list(c) for n in range(1, len(names) + 1) for c in combinations(names, n)]
    return st.sampled_from([[]] * len(chosen) + chosen)


def said(data: Data) -> Data:
    """The keys that were not left out."""
    return {key: value for key, value in data.items() if value not in (None, [], {})}


def spans(start: str = "van") -> st.SearchStrategy[Data]:
    """From a day, up to and including a day; either may be left out or known in part."""
    return st.sampled_from([said({start: first, "tot_en_met": last}) for first, last in SPANS])


@st.composite
def regions(draw: st.DrawFn) -> Data:
    names = draw(some(*MUNICIPALITIES))
    windows = [draw(window(name)) for name in draw(st.sampled_from((WINDOWS, WINDOWS[:2], ())))]
    members = [{"gemeente": name, **draw(spans("sinds"))} for name in draw(some(*names))]
    return said(
        {
            "id": "regio-x",
            "naam": "Regio X",
            "fictief": "ja",
            "gemeenten": [
                {"id": name, "code": f"GM990{number}", "naam": name.title(), **draw(spans("sinds"))}
                for number, name in enumerate(names)
            ],
            "gebieden": [{"id": "streek", "naam": "Streek", "indeling": "subregio", "gemeenten": members}],
            "tijdvensters": windows,
            "themas": [{"thema": name, "route": "hoofdroute"} for name in draw(some(*THEMES))],
            "vereist": draw(maybe(*TASKS)),
            "vereist_landelijk": "nee",
        }
    )


@st.composite
def window(draw: st.DrawFn, name: str) -> Data:
    return said(
        {
            "id": name,
            "naam": name.title(),
            "dagen": draw(some(*WEEKDAYS)),
            "van": draw(st.sampled_from(("08:00", "20:00", "23:30"))),
            "tot": draw(st.sampled_from(("07:00", "12:00", "22:00"))),
            "feestdagen": draw(st.sampled_from((None, "ja"))),
        }
    )


@st.composite
def tasks(draw: st.DrawFn, name: str) -> Data:
    return said(
        {
            "id": name,
            "naam": name.title(),
            "fase": "signaleren",
            "verdeling": draw(st.sampled_from(("een", "een", "ieder"))),
            "acuut": draw(st.sampled_from((None, "ja"))),
            "vereist": "ja" if name == TASKS[0] else None,
            "doelgroepen": draw(maybe(*GROUPS)),
            "geldig": draw(spans()),
        }
    )


@st.composite
def partners(draw: st.DrawFn, areas: tuple[str, ...]) -> list[Data]:
    return [
        said(
            {
                "id": name,
                "naam": name.title(),
                "soort": kind,
                "werkgebied": [
                    {"gebied": area, **draw(spans("sinds"))} for area in draw(some(*areas[:2]) | some(*areas))
                ],
                "voor": draw(maybe(*GROUPS)),
                "bestaat": draw(spans()),
            }
        )
        for name, kind in KINDS.items()
    ]


def _limits(areas: tuple[str, ...], windows: tuple[str, ...]) -> list[Data]:
    """What a line can say about where it holds: nothing, one thing, or several at once."""
    one = [
        *({"tijden": [name]} for name in windows * 2),
        *({"gebied": [name]} for name in areas[1:]),
        *({"themas": [name]} for name in THEMES),
        *({"doelgroepen": [name]} for name in GROUPS),
    ]
    two = [
        {**first, **second}
        for first, second in zip(one, one[len(windows) + 1 :], strict=False)
        if first.keys() != second.keys()
    ]
    several = {"tijden": ["altijd"], "themas": ["alle"], "gebied": ["regio"], "doelgroepen": list(GROUPS[:2])}
    return [{}, {}, {}, {}, *one, *two, several]


@st.composite
def lines(draw: st.DrawFn, number: int, areas: tuple[str, ...], windows: tuple[str, ...]) -> Data:
    days = draw(st.sampled_from((None, 1, 2)))
    return said(
        {
            "id": f"regel-{number}",
            "taak": draw(st.sampled_from((TASKS[0], *TASKS))),
            "eindverantwoordelijk": draw(st.sampled_from((None, *PARTIES))),
            "uitvoerders": draw(maybe(*PARTIES[:3])),
            "geldt_voor": draw(st.sampled_from(_limits(areas, windows))),
            "termijn": days and {"binnen": f"{days} werkdagen"},
        }
    )


@st.composite
def agreements(draw: st.DrawFn, number: int, areas: tuple[str, ...], windows: tuple[str, ...]) -> Data:
    return said(
        {
            "titel": AGREEMENTS[number],
            "soort": "samenwerkingsafspraak",
            "stand": draw(st.sampled_from(("vastgesteld",) * 5 + ("concept",))),
            "geldig": {"van": "2025-01-01"} | draw(spans()),
            "ingetrokken_op": draw(st.sampled_from((None,) * 6 + AHEAD)),
            "vervangt": draw(st.sampled_from(([],) * 6 + (list(AGREEMENTS[:number][:1]),))),
            "werkt_uit": draw(st.sampled_from(_above(number))),
            "gebied": draw(st.just(["regio"]) | some(*areas)),
            "themas": draw(st.just(["alle"]) | some("alle", *THEMES)),
            "verantwoordelijkheden": [
                draw(lines(position, areas, windows)) for position in range(draw(st.integers(1, 3)))
            ],
        }
    )


def _above(number: int) -> list[list[str]]:
    """What an agreement may elaborate: mostly an earlier one; circles are rare."""
    if number == 0:
        return [[], [], [], [], [], list(AGREEMENTS[1:])]
    before = AGREEMENTS[:number]
    return [[name] for name in before] * 2 + [list(before), []]


@st.composite
def files(draw: st.DrawFn) -> Files:
    """A region with one to three agreements, in which anything may overlap, end or be left out."""
    region = draw(regions())
    areas = ("regio", "streek", *(item["id"] for item in region["gemeenten"]))
    windows = tuple(item["id"] for item in region.get("tijdvensters", ()))
    count = draw(st.sampled_from((3, 2, 3, 1)))
    return {
        "regio.yaml": region,
        "partners.yaml": {"partners": draw(partners(areas))},
        "eigen/taken.yaml": {"taken": [draw(tasks(name)) for name in TASKS]},
        **{
            f"afspraken/{name}.yaml": draw(agreements(number, areas, windows))
            for number, name in enumerate(AGREEMENTS[:count])
        },
    }


def chain_of(files: Files, day: date = DAY) -> Chain:
    """The chain of a region of which the files hold these data."""
    texts = {name: yaml.dump(data, Dumper=yaml.CSafeDumper, sort_keys=False) for name, data in files.items()}
    records = combine(read_texts(texts))
    assert (records.unreadable, records.misfits) == ((), ())
    return Chain(records, day)
