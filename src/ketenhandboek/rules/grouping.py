"""The same sentence many times has one cause: it is told once, with every place."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from ketenhandboek.findings import Related

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ketenhandboek.findings import Finding

_FEW = 3


def told_once(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings; of more than three in the same words, the first with the other places."""
    alike: dict[tuple[str, str, str], list[Finding]] = defaultdict(list)
    for finding in findings:
        alike[finding.rule, finding.severity, finding.message].append(finding)
    for same in alike.values():
        if len(same) > _FEW:
            yield _together(sorted(same, key=lambda finding: finding.order))
        else:
            yield from same


def _together(same: list[Finding]) -> Finding:
    first, *others = same
    related = (*first.related, *(Related(other.span, "hier ook") for other in others))
    message = f"{first.message} Dit staat er {len(same)} keer zo."
    where = frozenset[str]().union(*(finding.municipalities for finding in same))
    return replace(first, message=message, related=related, edit=None, municipalities=where)
