"""Wording that the sentences share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.changes import values as v
from ketenhandboek.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterable


def agreeing(parties: v.Names, one: str, several: str) -> str:
    return several if len(parties) > 1 else one


def all_of(parties: v.Names) -> str:
    return listed(party.name for party in parties)


def by(agreement: v.Named) -> str:
    return f" (afspraak '{agreement}')"


def span(span: v.Span) -> str:
    begin = f"vanaf {span.start}" if span.start else ""
    end = f"tot en met {span.end}" if span.end else ""
    return " ".join(filter(None, (begin, end))) or "zonder einddatum"


def quoted(names: Iterable[v.Named]) -> str:
    return listed(f"'{name}'" for name in names)
