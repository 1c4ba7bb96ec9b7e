"""The formats of our own that the schemas use; both validators get the same functions."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?![0-9])")


def day_exists(value: object) -> bool:
    """Whether a text that begins with a whole date names a day that exists; anything else passes."""
    match = _DATE.match(value) if isinstance(value, str) else None
    if match is None:
        return True
    try:
        date(*map(int, match.groups()))
    except ValueError:
        return False
    return True


FORMATS: dict[str, Callable[[object], bool]] = {"dag": day_exists}
