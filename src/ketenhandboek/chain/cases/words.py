"""Moments and situations of a case in Dutch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.chain.clock import local
from ketenhandboek.chain.week import WEEK
from ketenhandboek.wording import in_words, listed, lower_first

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ketenhandboek.chain.cases.values import Run, Time
    from ketenhandboek.chain.names import Names


def moment_in_words(time: Time) -> str:
    """`zaterdag 7 maart 2026 om 03:00 uur`, the day alone for what has until its end, or `onbepaald`."""
    if time.at is None:
        return "onbepaald"
    here = local(time.at)
    day = f"{WEEK[here.weekday()]} {in_words(here.date())}"
    return day if time.all_day else f"{day} om {here:%H:%M} uur"


def situations_in_words(names: Names, some: Iterable[Run], every: Sequence[Run]) -> str:
    """`voor slachtoffer en kind bij partnergeweld`, or nothing when it is so in every run."""
    chosen = list(some)
    if len(chosen) == len(every):
        return ""
    themes = list(dict.fromkeys(run.theme for run in chosen))
    groups = list(dict.fromkeys(run.group for run in chosen))
    if len(themes) * len(groups) != len(chosen) and len(themes) > 1:
        parts = ([run for run in chosen if run.theme == theme] for theme in themes)
        return listed(situations_in_words(names, part, every) for part in parts)
    said = f"voor {_named(names, 'doelgroep', groups)}"
    single = len({run.theme for run in every}) == 1
    return said if single else f"{said} bij {_named(names, 'thema', themes)}"


def _named(names: Names, kind: str, ids: Iterable[str]) -> str:
    return listed(lower_first(names.of(kind, id_)) for id_ in ids)
