"""What an editor probably meant: the word that looks most like it, or the same value written our way."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ketenhandboek.slips import folded
from ketenhandboek.wording import nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

LONGEST_WORD = 60
_NUMBERS = ["een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"]
_UNITS = {"u": "uur", "uren": "uur", "wk": "weken", "mnd": "maanden", "jr": "jaar", "jaren": "jaar"}


def near_misses(word: str, options: Iterable[str]) -> list[str]:
    """The options that look like the word, best first; only those that differ in nothing but form, if any."""
    if len(word) > LONGEST_WORD:
        return []
    options_by_form = {folded(option): option for option in options}
    same = options_by_form.get(folded(word))
    return [same] if same else [options_by_form[form] for form in nearest(folded(word), options_by_form)]


def mends(text: str, pattern: str) -> list[str]:
    """Other ways to write the text that fit the pattern; several when only the editor can choose."""
    if len(text) > LONGEST_WORD * 5:
        return []
    for mend in _MENDS:
        fitting = [form for form in mend(text) if re.fullmatch(pattern, form)]
        if fitting:
            return fitting
    return []


def _one_line(text: str) -> list[str]:
    return [" ".join(text.split())]


def _other_case(text: str) -> list[str]:
    return [text.strip().lower(), text.strip().upper()]


def _date(text: str) -> list[str]:
    """`31-1-2025`, `31/01/2025` and `2025-1-31` → `2025-01-31`."""
    numbers = re.fullmatch(r"\s*(\d{1,4})[-/. ](\d{1,2})[-/. ](\d{1,4})\s*", text)
    if numbers is None:
        return []
    first, month, last = numbers.groups()
    year, day = (first, last) if len(first) == 4 else (last, first)
    return [f"{year}-{month:0>2}-{day:0>2}"]


def _duration(text: str) -> list[str]:
    """`vijf werkdagen`, `48uren` and `2 dagen`; bare days can be working days or calendar days."""
    words = re.fullmatch(r"(\d+|[a-z]+ ) *([a-z]+)", text.strip().lower())
    if words is None:
        return []
    amount, unit = words[1].strip(), words[2]
    number = str(_NUMBERS.index(amount) + 1) if amount in _NUMBERS else amount
    units = ["werkdagen", "kalenderdagen"] if unit in ("dag", "dagen") else [_UNITS.get(unit, unit)]
    return [f"{number} {name}" for name in units]


def _time(text: str) -> list[str]:
    """`9:00`, `9.00`, `9u00` and `9 uur` → `09:00`."""
    parts = re.fullmatch(r"\s*(\d{1,2})(?:[:.uh](\d{2}))?(?: ?uur)?\s*", text.lower())
    return [f"{parts[1]:0>2}:{parts[2] or '00'}"] if parts else []


def _municipality_code(text: str) -> list[str]:
    """`518` and `0518` → `GM0518`."""
    return [f"GM{text.strip():0>4}"]


def _identifier(text: str) -> list[str]:
    """`Veilig Thuis` → `veilig-thuis`; what stands around a slash stays apart."""
    return ["/".join(folded(part) for part in text.split("/"))]


_MENDS: tuple[Callable[[str], list[str]], ...] = (
    _one_line,
    _other_case,
    _date,
    _duration,
    _time,
    _municipality_code,
    _identifier,
)
