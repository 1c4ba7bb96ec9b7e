"""A comment under a pull request: first the count, then the findings folded per file."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from ketenhandboek.findings import Severity
from ketenhandboek.report.words import counted, gravest_first, one_line, summary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ketenhandboek.findings import Finding, Report

FOR_PROGRAMS = False
LONGEST = 60_000
_KEPT_FREE = 500
_LONGEST_TEXT = 1_000
_SIGNS = re.compile(r"[\\`*_{}\[\]<>&|~#$]")
_CALLS = re.compile("(?<=@)|(?<=&#35;)|(?<=:)(?=//)|(?<=www)(?=[.])", re.IGNORECASE)
"""Behind these a forge would call somebody, point to an issue, or make a link."""


def render(report: Report, *, colour: bool = False) -> str:  # noqa: ARG001 - every format has the same form
    """At most 60,000 characters; what does not fit is counted at the end."""
    head = ["## Controle van de keten", "", f"**{summary(report)}**", ""]
    room = LONGEST - _KEPT_FREE - sum(map(len, head))
    blocks, told = [], 0
    for file, findings in _per_file(report):
        block, shown = _block(file, findings, room)
        room -= len(block) + 1
        told += shown
        blocks.append(block)
    tail = [*_untold(len(report.findings) - told), *_questions(report)]
    return "\n".join([*head, *filter(None, blocks), *tail])


def _per_file(report: Report) -> Iterator[tuple[str, list[Finding]]]:
    """The findings of each file, the file with the gravest first."""
    files: dict[str, list[Finding]] = defaultdict(list)
    for finding in gravest_first(report):
        files[finding.span.file].append(finding)
    yield from files.items()


def _block(file: str, findings: list[Finding], room: int) -> tuple[str, int]:
    """As many findings of a file as there is room for, folded, and how many that are."""
    counts = Counter(finding.severity for finding in findings)
    said = counted({severity: counts[severity] for severity in Severity if counts[severity]})
    opening = f"<details>\n<summary>{escaped(file)}: {said}</summary>\n\n"
    closing = "\n</details>\n"
    room -= len(opening) + len(closing)
    items = list(_fitting(map(_item, findings), room))
    return (f"{opening}{''.join(items)}{closing}" if items else ""), len(items)


def _fitting(items: Iterable[str], room: int) -> Iterator[str]:
    for item in items:
        room -= len(item)
        if room < 0:
            return
        yield item


def _item(finding: Finding) -> str:
    head = f"- **{finding.severity} {finding.rule}**, regel {finding.span.line}"
    lines = [f"{head}: {escaped(finding.message)}"]
    lines += (
        f"  - Zie {escaped(other.span.file)}, regel {other.span.line}: {escaped(other.message)}"
        for other in finding.related
    )
    return "".join(f"{line}\n" for line in lines)


def _untold(number: int) -> list[str]:
    if not number:
        return []
    said = "Eén bevinding past" if number == 1 else f"{number} bevindingen passen"
    return [f"{said} hier niet meer bij. Alles staat in de uitvoer van `keten check`.\n"]


def _questions(report: Report) -> list[str]:
    if not report.unjudged:
        return []
    return ["Wat niet te beoordelen is, staat met de vraag erbij in de uitvoer van `keten check`.\n"]


def escaped(text: str) -> str:
    """Letters that stay letters: no markup, no link, and nobody is called by an @ or a #."""
    line = one_line(text)
    short = f"{line[:_LONGEST_TEXT]}…" if len(line) > _LONGEST_TEXT else line
    coded = _SIGNS.sub(lambda match: "".join(f"&#{ord(sign)};" for sign in match[0]), short)
    return _CALLS.sub("<!-- -->", coded)
