"""What can be said of an expectation of a case."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ketenhandboek.findings import Related
    from ketenhandboek.kinds.agreement import Agreement
    from ketenhandboek.kinds.case import Expectation
    from ketenhandboek.source.document import Place


class Result(Enum):
    """What can be said of an expectation in one run."""

    HOLDS = "klopt"
    BROKEN = "klopt niet"
    ASKED = "niet te beoordelen"
    UNTOLD = "niet te zeggen: de casus is niet af"
    ELSEWHERE = "gaat hier niet over"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The result; what happened instead or what must be known, where, and by which step (number) it holds."""

    result: Result
    said: str = ""
    related: tuple[Related, ...] = ()
    agreement: Agreement | None = None
    step: int | None = None


def place_of(item: Expectation) -> Place:
    """Where an expectation names the task or level that it is about."""
    key = "taak" if item.task else "nooit" if item.never else "niveau"
    return item.place.at(key)
