"""Dutch wording that every layer needs: lists, near misses, dates in words."""

from __future__ import annotations

import difflib
import errno
import re
import unicodedata
from itertools import takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from ketenhandboek.values import Day

_LONG, _VERY_LONG = 5, 7
"""How many letters a part of a word has, for a wrong one in it to be a slip and not another word."""
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
    """At most three known words that look like `word`, the closest first."""
    return difflib.get_close_matches(word[:80], list(known), n=3, cutoff=0.7)


def folded(word: str) -> str:
    """A word without capitals and accents, its parts joined by hyphens: `Veilig Thuis` → `veilig-thuis`."""
    plain = unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode()
    return "-".join(re.findall("[a-z0-9]+", plain.lower()))


def slip_of(word: str, known: Iterable[str]) -> str | None:
    """The one known word of which `word` is surely a slip of the pen; None when it may be another word.

    A slip is a difference in form only, or in one long part of the word one letter too many or too few, two
    letters swapped, or one letter wrong: `triagge`, but not `team-b` for `team-a`, nor `2025` for `2026`.
    """
    found = [name for name in dict.fromkeys(known) if _is_slip(folded(word), folded(name))]
    return found[0] if len(found) == 1 else None


def _is_slip(word: str, name: str) -> bool:
    if word == name:
        return True
    start = _shared(word, name)
    end = _shared(word[start:][::-1], name[start:][::-1])
    wrong, right = word[start : len(word) - end], name[start : len(name) - end]
    if not (wrong + right).isalpha():
        return False
    part = name[:start].rpartition("-")[2] + name[start:].partition("-")[0]
    lost, swapped = len(wrong) + len(right) == 1, len(wrong) == 2 and wrong == right[::-1]
    other = len(wrong) == len(right) == 1
    return ((lost or swapped) and len(part) >= _LONG) or (other and len(part) >= _VERY_LONG)


def _shared(one: str, other: str) -> int:
    """With how many letters both words begin."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


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
