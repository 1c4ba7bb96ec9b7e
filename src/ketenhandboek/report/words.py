"""What several formats say in the same words, and texts that can't steer who reads them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from ketenhandboek.findings import Severity
from ketenhandboek.source.refused import HIDDEN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ketenhandboek.findings import Finding, Report

_NOUNS = {
    Severity.FOUT: ("fout", "fouten"),
    Severity.WAARSCHUWING: ("waarschuwing", "waarschuwingen"),
    Severity.ADVIES: ("advies", "adviezen"),
}


def summary(report: Report) -> str:
    """`2 fouten, 1 waarschuwing, 0 adviezen · 1 niet te beoordelen · 3 uitzonderingen`."""
    exceptions = len(report.excepted)
    noun = "uitzondering" if exceptions == 1 else "uitzonderingen"
    unjudged = f"{len(report.unjudged)} niet te beoordelen"
    return f"{counted(report.counts)} · {unjudged} · {exceptions} {noun}"


def counted(counts: Mapping[Severity, int]) -> str:
    """`2 fouten, 1 waarschuwing`."""
    return ", ".join(f"{number} {_NOUNS[severity][number != 1]}" for severity, number in counts.items())


def gravest_first(report: Report) -> list[Finding]:
    """The findings by severity, then in reading order."""
    return sorted(report.findings, key=lambda finding: (finding.severity.rank, finding.order))


def with_places(finding: Finding) -> str:
    """The message, and on lines of their own the other places."""
    others = (f"Zie {o.span.file}, regel {o.span.line}: {o.message}" for o in finding.related)
    return "\n".join((finding.message, *others))


def printable(text: str) -> str:
    """Text without signs that could steer a terminal or that XML refuses; lines stay."""
    return HIDDEN.sub("", text)


def one_line(text: str) -> str:
    """As `printable`, on one line."""
    return " ".join(printable(text).split())


def as_json(content: object) -> str:
    """Content as JSON that can be shown; a sign that can't be, such as in the name of a file, becomes a �."""
    return HIDDEN.sub("\ufffd", json.dumps(content, ensure_ascii=False, indent=2)) + "\n"
