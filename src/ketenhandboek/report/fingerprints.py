"""Names for findings that survive moved lines, so that a forge knows which finding is new."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ketenhandboek.findings import Finding, Report


def fingerprints(findings: Iterable[Finding], report: Report) -> Iterator[str]:
    """For each finding 32 hexadecimal digits: of rule, record, file, source line and number among equals."""
    seen: Counter[str] = Counter()
    for finding in findings:
        place = (finding.span.file, report.line(finding.span).strip())
        basis = "\x00".join((finding.rule, finding.record, *place))
        seen[basis] += 1
        named = f"{basis}\x00{seen[basis]}".encode("utf-8", "surrogateescape")
        yield hashlib.sha256(named).hexdigest()[:32]
