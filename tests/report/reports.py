"""Reports at the edges of what a check can say, by what they hold."""

from __future__ import annotations

from ketenhandboek.findings import Edit, Excepted, Finding, Related, Report, Severity, Span, Unjudged

HOSTILE = (
    "\x1b[31m</details></td><script>alert(1)</script>\n::error::nep\r\x07 %0A::error::nep | `x` ]]> &amp; "
    "@iemand #12 https://example.org ![x](y) www.example.org $x$ <!-- \u202e"
)
_RULES = ("BAS002", "ESC001", "BAS009")


def _finding(number: int, file: str = "data/partners.yaml", message: str = "Dit klopt niet.") -> Finding:
    severity = list(Severity)[number % 3]
    span = Span(file, number + 1, 3, number + 1, 9)
    related = (Related(Span(file, 1, 1, 1, 2), message),)
    return Finding(_RULES[number % 3], severity, span, message, related, Edit(span, "ja"), "partner/x")


def _of(*findings: Finding) -> Report:
    return Report.of(findings, texts=[(finding.span.file, "a: b\n" * 9) for finding in findings])


OPEN = Unjudged("MAN001", Span("data/x.yaml", 2, 1), f"Wie gaf het? {HOSTILE}", HOSTILE)
REPORTS = {
    "nothing": Report.of([]),
    "only questions": Report.of([], [OPEN]),
    "only exceptions": Report.of([], [], [Excepted(_finding(0), HOSTILE, "2027-01-01", "regiegroep")]),
    "500 findings": _of(*(_finding(number, f"data/{number % 40}.yaml") for number in range(500))),
    "names in other letters": _of(_finding(0, "data/afspraken/één ñandú 東.yaml")),
    "a name that is no text": _of(_finding(0, "data/a\udcffb.yaml")),
    "a folder elsewhere": _of(_finding(0, "/ergens anders/data/regio.yaml")),
    "a drive": _of(_finding(0, "C:/Gegevens/regio één.yaml")),
    "backslashes": _of(_finding(0, "data\\afspraken\\x.yaml")),
    "hostile texts": _of(*(_finding(number, f"data/{HOSTILE}", HOSTILE) for number in range(3))),
    "very long texts": _of(*(_finding(number, "data/x.yaml", "<&" * 9_000) for number in range(30))),
}
