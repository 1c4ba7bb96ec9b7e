"""What the check finds now and did not find before, and the other way round."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ketenhandboek.changes.values import FindingChanged
from ketenhandboek.rules.check import check

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ketenhandboek.changes.pair import Pair
    from ketenhandboek.findings import Finding

_Said = tuple[str, str, str]


def changes(pair: Pair) -> Iterator[FindingChanged]:
    """New findings first, the gravest before the others; what became an exception is not solved."""
    old, new = check(pair.old), check(pair.new)
    accepted = tuple(item.finding for item in new.excepted)
    for added, found in (
        (True, _more(new.findings, old.findings)),
        (False, _more(old.findings, (*new.findings, *accepted))),
    ):
        for finding in sorted(found, key=lambda item: (item.severity.rank, item.order)):
            yield FindingChanged(finding, added)


def _more(these: Iterable[Finding], than: Iterable[Finding]) -> Iterator[Finding]:
    """The findings that others do not have, wherever they stand."""
    left = Counter(map(_said, than))
    for finding in these:
        if left[_said(finding)] > 0:
            left[_said(finding)] -= 1
        else:
            yield finding


def _said(finding: Finding) -> _Said:
    return finding.rule, finding.record, finding.message
