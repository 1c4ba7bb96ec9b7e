"""The dates ahead as a calendar to subscribe to: iCalendar, RFC 5545."""

from __future__ import annotations

import hashlib
from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING

from ketenhandboek.chain.ahead import dates_ahead
from ketenhandboek.source.refused import HIDDEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.ahead import DateAhead
    from ketenhandboek.chain.chain import Chain

_LONGEST_LINE = 75
_ONE_DAY = timedelta(days=1)


def icalendar(chain: Chain) -> str:
    """All dates ahead, each as an event of whole days; the same chain on the same day gives the same text.

    Nothing when there is no date: a calendar must hold something.
    """
    region = chain.region.name if chain.region else ""
    head = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Ketenhandboek//keten//NL",
        f"X-WR-CALNAME:{_text(f'Ketenhandboek {region}')}",
    ]
    seen: Counter[str] = Counter()
    events = [line for item in dates_ahead(chain) for line in _event(item, chain, seen)]
    lines = (*head, *events, "END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines) if seen else ""


def _event(item: DateAhead, chain: Chain, seen: Counter[str]) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_uid(item, chain, seen)}"
    yield f"DTSTAMP:{_digits(chain.day)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_digits(item.day.first)}"
    yield f"DTEND;VALUE=DATE:{_digits(item.day.last + _ONE_DAY)}"
    yield f"SUMMARY:{_text(f'{item.what}: {item.name}')}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _uid(item: DateAhead, chain: Chain, seen: Counter[str]) -> str:
    """What happens to which record, without the day: a date that is moved moves in the reader's calendar."""
    region = chain.region.id if chain.region else "regio"
    basis = "\x00".join((item.what, item.kind, item.id))
    seen[basis] += 1
    named = f"{basis}\x00{seen[basis]}".encode()
    return f"{hashlib.sha256(named).hexdigest()[:32]}@{region}.ketenhandboek"


def _digits(day: date) -> str:
    return day.isoformat().replace("-", "")


def _text(text: str) -> str:
    line = " ".join(HIDDEN.sub("", text).split())
    return line.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _folded(line: str) -> str:
    """A line in pieces of at most 75 octets, no letter cut in two; each next piece begins with a space."""
    if len(line.encode()) <= _LONGEST_LINE:
        return line
    pieces, size = [""], 0
    for sign in line:
        octets = len(sign.encode("utf-8"))
        if size + octets > _LONGEST_LINE:
            pieces.append(" ")
            size = 1
        pieces[-1] += sign
        size += octets
    return "\r\n".join(pieces)
