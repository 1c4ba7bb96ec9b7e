"""Lines that hold together: in the same municipalities, for the same families."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.elaboration import Line


EVERY_THEME = "alle"


def sets_of_lines(chain: Chain) -> dict[tuple[Line, ...], list[str]]:
    """Every set of lines that holds somewhere, with the municipalities where it does."""
    found: dict[tuple[Line, ...], list[str]] = defaultdict(list)
    for municipality in chain.areas.municipalities:
        found[chain.elaboration.in_municipality(municipality)].append(municipality)
    return found


def by_task(lines: tuple[Line, ...]) -> dict[str, list[Line]]:
    """Lines under the id of their task."""
    found: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        found[line.own.task].append(line)
    return found


def themes_of(line: Line) -> set[str]:
    """The themes that a line names, or else its agreement."""
    own = line.line.applies_to
    return set(own.themes if own and own.themes else line.agreement.themes)


def share_a_family(chain: Chain, lines: Iterable[Line]) -> bool:
    """Whether one family can meet all these lines: they share a theme and a target group."""
    held = list(lines)
    applies = [line.line.applies_to for line in held]
    groups = [chain.binding.groups_in(part.target_groups if part else ()) for part in applies]
    narrow = [named for named in map(themes_of, held) if EVERY_THEME not in named]
    return bool(frozenset.intersection(*groups)) and (not narrow or bool(set.intersection(*narrow)))
