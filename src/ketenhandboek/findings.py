"""What a check says: findings with their place, open questions, and the report that holds them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Severity(StrEnum):
    """How grave a finding is; `FOUT` makes the check fail by default."""

    FOUT = "fout"
    WAARSCHUWING = "waarschuwing"
    ADVIES = "advies"

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of text in a file: lines and columns count from 1, the end column is exclusive."""

    file: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1


@dataclass(frozen=True, slots=True, order=True)
class Related:
    """Another place that a finding collides with, and what it says there."""

    span: Span
    message: str


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """The one change of text that mends a finding."""

    span: Span
    replacement: str


@dataclass(frozen=True, slots=True)
class Problem:
    """Something found at a place, before a rule gives it a code and a severity.

    `municipalities` are the ids of those in which it goes wrong; none when it is not about municipalities.
    """

    span: Span
    message: str
    related: tuple[Related, ...] = ()
    edit: Edit | None = None
    severity: Severity | None = None
    record: str = ""
    municipalities: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Question:
    """A rule that can't be judged here, and the question that would settle it."""

    span: Span
    question: str
    ask: str = ""
    record: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem under the code and severity of its rule; `record` is `<kind>/<id>` or empty."""

    rule: str
    severity: Severity
    span: Span
    message: str
    related: tuple[Related, ...] = ()
    edit: Edit | None = None
    record: str = ""
    municipalities: frozenset[str] = frozenset()

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """The place in a report: by file, line, column, rule."""
        return (self.span.file, self.span.line, self.span.column, self.rule, self.message)


@dataclass(frozen=True, slots=True)
class Unjudged:
    """A question under the code of the rule that asks it: "niet te beoordelen"."""

    rule: str
    span: Span
    question: str
    ask: str = ""
    record: str = ""

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """The place in a report, as for a finding."""
        return (self.span.file, self.span.line, self.span.column, self.rule, self.question)


@dataclass(frozen=True, slots=True)
class Excepted:
    """A finding that the region accepts for now, with the reason and the last day of the exception."""

    finding: Finding
    reason: str
    until: str
    by: str


@dataclass(frozen=True, slots=True)
class Reweighed:
    """A rule that is more or less grave in this region than usual, why, and by whom; `record` or empty."""

    rule: str
    usual: Severity
    severity: Severity
    reason: str
    by: str
    record: str = ""


@dataclass(frozen=True)
class Report:
    """All that one check says about one folder, sorted."""

    findings: tuple[Finding, ...]
    unjudged: tuple[Unjudged, ...] = ()
    excepted: tuple[Excepted, ...] = ()
    texts: tuple[tuple[str, str], ...] = ()
    reweighed: tuple[Reweighed, ...] = ()

    @classmethod
    def of(
        cls,
        findings: Iterable[Finding],
        unjudged: Iterable[Unjudged] = (),
        excepted: Iterable[Excepted] = (),
        texts: Iterable[tuple[str, str]] = (),
        reweighed: Iterable[Reweighed] = (),
    ) -> Report:
        """A report with everything in reading order and nothing said twice."""
        return cls(
            tuple(sorted(dict.fromkeys(findings), key=lambda finding: finding.order)),
            tuple(sorted(dict.fromkeys(unjudged), key=lambda item: item.order)),
            tuple(sorted(excepted, key=lambda item: item.finding.order)),
            tuple(texts),
            tuple(reweighed),
        )

    @classmethod
    def joined(cls, reports: Iterable[Report]) -> Report:
        """Several reports as one."""
        parts = list(reports)
        return cls.of(
            (finding for part in parts for finding in part.findings),
            (item for part in parts for item in part.unjudged),
            (item for part in parts for item in part.excepted),
            (text for part in parts for text in part.texts),
            (item for part in parts for item in part.reweighed),
        )

    @cached_property
    def counts(self) -> dict[Severity, int]:
        """Findings per severity, every severity named."""
        counted = Counter(finding.severity for finding in self.findings)
        return {severity: counted[severity] for severity in Severity}

    def fails(self, threshold: Severity) -> bool:
        """Whether any finding is at least as grave as `threshold`."""
        return any(finding.severity.rank <= threshold.rank for finding in self.findings)

    def line(self, span: Span) -> str:
        """The source line on which `span` starts, or nothing when the file could not be read."""
        lines = self._lines_of(span.file)
        return lines[span.line - 1] if span.line <= len(lines) else ""

    def _lines_of(self, file: str) -> list[str]:
        """The lines of a file, split when first asked for: about most files nothing is said."""
        if file not in self._lines:
            self._lines[file] = self._by_file.get(file, "").splitlines()
        return self._lines[file]

    @cached_property
    def _lines(self) -> dict[str, list[str]]:
        return {}

    @cached_property
    def _by_file(self) -> dict[str, str]:
        return dict(self.texts)
