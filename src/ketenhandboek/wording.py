"""Dutch wording that every layer needs: lists, near misses, dates in words."""

from __future__ import annotations

import difflib
import errno
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from ketenhandboek.values import Day

_AS_NEAR = 0.06
_MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)

_CAUSES = {
    errno.EACCES: "u hebt daar geen rechten voor",
    errno.EPERM: "u hebt daar geen rechten voor",
    errno.EROFS: "hier kan niets worden geschreven",
    errno.ENOSPC: "de schijf is vol",
    errno.EDQUOT: "uw ruimte op de schijf is op",
    errno.EFBIG: "het bestand wordt te groot",
    errno.ENOENT: "dit bestaat niet",
    errno.EEXIST: "dit bestaat al",
    errno.ENOTDIR: "een deel van dit pad is geen map",
    errno.EISDIR: "dit is een map en geen bestand",
    errno.ENAMETOOLONG: "de naam is te lang",
    errno.ELOOP: "koppelingen verwijzen hier naar elkaar",
    errno.EBUSY: "iets anders gebruikt dit nu",
    errno.EMFILE: "er staan te veel bestanden open",
    errno.EIO: "de schijf geeft een storing",
}


def listed(names: Iterable[str], joint: str = "en") -> str:
    """`A, B en C`; nothing for no names."""
    *firsts, last = list(names) or [""]
    return f"{', '.join(firsts)} {joint} {last}" if firsts else last


def lower_first(name: str) -> str:
    """A name inside a sentence: `Teammanager` → `teammanager`, but `OM-loket` and `A` stay."""
    return name[:1].lower() + name[1:] if name[1:2].islower() else name


def upper_first(text: str) -> str:
    """The beginning of a sentence: `teammanager` → `Teammanager`."""
    return text[:1].upper() + text[1:]


def in_words(day: date) -> str:
    """`22 november 2026`."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def nearest(word: str, known: Iterable[str]) -> list[str]:
    """At most three known words that look like `word`, the closest first; none that is much less close."""
    found = difflib.get_close_matches(word[:80], list(known), n=3, cutoff=0.7)
    alike = [difflib.SequenceMatcher(None, name, word[:80]).ratio() for name in found]
    return [name for name, near in zip(found, alike, strict=True) if near > alike[0] - _AS_NEAR]


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """` Bedoelde u 'triage'?`, or nothing when no known word comes near."""
    near = nearest(word, known)
    quoted = (f"'{name}'" for name in near)
    return f" Bedoelde u {listed(quoted, 'of')}?" if near else ""


def day_in_words(day: Day) -> str:
    """As `in_words`, for a day that may be coarse: `juni 2010` or `2017`."""
    if day.exact:
        return in_words(day.first)
    return in_words(day.first).split(" ", 1)[1] if day.first.month == day.last.month else str(day)


def cause(error: OSError) -> str:
    """Why the machine refused, as a Dutch clause: `de schijf is vol`."""
    return _CAUSES.get(error.errno or 0, "de oorzaak is onbekend")


def refusal(error: OSError) -> str:
    """A Dutch sentence about a file or folder that can't be read or written."""
    where = (
        f"Lezen of schrijven lukt niet bij '{error.filename}'" if error.filename else "Schrijven lukt niet"
    )
    return f"{where}: {cause(error)}."
