"""The formats and keywords of our own that the schemas use; both validators get the same functions."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_DAY = re.compile(r"[0-9]{4}(-(0[1-9]|1[0-2])(-[0-9]{2})?)?")
_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?![0-9])")


def day_exists(value: object) -> bool:
    """Whether a text that begins with a whole date names a day that exists; anything else passes."""
    return not isinstance(value, str) or _day_exists(value)


@lru_cache(maxsize=4096)
def _day_exists(text: str) -> bool:
    match = _DATE.match(text)
    if match is None:
        return True
    try:
        date(*map(int, match.groups()))
    except ValueError:
        return False
    return True


def ends_after(value: dict[str, object], keys: tuple[str, str]) -> bool:
    """Whether the last day of a period is not before its first; only as exact as both dates are."""
    first, last = (str(value.get(key, "")) for key in keys)
    length = min(len(first), len(last))
    return first[:length] <= last[:length] or not (_is_day(first) and _is_day(last))


def _is_day(text: str) -> bool:
    return bool(_DAY.fullmatch(text)) and day_exists(text)


def differs(value: dict[str, object], keys: tuple[str, str]) -> bool:
    """Whether two values are not the same; a missing one is."""
    first, last = (value.get(key) for key in keys)
    return first is None or first != last


class Keyword:
    """A keyword that compares two values of one map, as `jsonschema_rs` asks for it."""

    holds: Callable[[dict[str, object], tuple[str, str]], bool]

    def __init__(self, _parent: object, keys: tuple[str, str], _path: object) -> None:
        self._keys = keys

    def validate(self, value: object) -> None:
        """Raises ValueError when the two values don't go together."""
        if isinstance(value, dict) and not type(self).holds(value, self._keys):
            raise ValueError


class _EndsAfter(Keyword):
    holds = staticmethod(ends_after)


class _Differs(Keyword):
    holds = staticmethod(differs)


KEYWORDS: dict[str, type[Keyword]] = {"x-na": _EndsAfter, "x-anders": _Differs}
FORMATS: dict[str, Callable[[object], bool]] = {"dag": day_exists}
