"""What programs read: every report, however odd, is taken by the real readers of its format."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import jsonschema
import junitparser
import markdown
import pytest
from reports import HOSTILE, REPORTS

from ketenhandboek.report import format_names, render
from ketenhandboek.report.formats.markdown import LONGEST
from ketenhandboek.source.refused import HIDDEN

if TYPE_CHECKING:
    from ketenhandboek.findings import Report

SARIF = json.loads((Path(__file__).parent / "sarif" / "sarif-schema-2.1.0.json").read_text("utf-8"))
every_report = pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
every_format = pytest.mark.parametrize("name", format_names())


@every_report
@every_format
def test_nothing_steers_a_terminal_and_all_is_text(name: str, report: Report) -> None:
    said = render(report, name)
    assert not HIDDEN.search(said)
    assert said.encode("utf-8").endswith(b"\n")


@every_report
def test_sarif_is_valid_by_the_published_schema(report: Report) -> None:
    content = json.loads(render(report, "sarif"))
    jsonschema.Draft4Validator(SARIF, format_checker=jsonschema.FormatChecker()).validate(content)
    (run,) = content["runs"]
    assert len(run["results"]) == len(report.findings) + len(report.excepted)
    assert len(run["invocations"][0]["toolExecutionNotifications"]) == len(report.unjudged)


@pytest.mark.parametrize(
    ("held", "uri"),
    [
        ("names in other letters", "data/afspraken/%C3%A9%C3%A9n%20%C3%B1and%C3%BA%20%E6%9D%B1.yaml"),
        ("a name that is no text", "data/a%FFb.yaml"),
        ("a folder elsewhere", "file:///ergens%20anders/data/regio.yaml"),
        ("a drive", "file:///C:/Gegevens/regio%20%C3%A9%C3%A9n.yaml"),
        ("backslashes", "data%5Cafspraken%5Cx.yaml"),
    ],
)
def test_sarif_addresses_are_relative_where_they_can_be(held: str, uri: str) -> None:
    (run,) = json.loads(render(REPORTS[held], "sarif"))["runs"]
    address = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert address["uri"] == uri
    assert ("uriBaseId" in address) is not uri.startswith("file:")


def test_sarif_tells_of_every_rule_why_and_what_to_do() -> None:
    (run,) = json.loads(render(REPORTS["nothing"], "sarif"))["runs"]
    rules = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
    assert "Wat u doet:" in rules["ESC001"]["help"]["text"]


GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "not": {"pattern": "^[.]/"}},
                    "lines": {
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}


@every_report
def test_gitlab_gets_the_keys_that_its_documentation_asks(report: Report) -> None:
    issues = json.loads(render(report, "gitlab"))
    jsonschema.validate(issues, GITLAB)
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == len(report.findings)


@every_report
def test_junit_can_be_read_back(report: Report) -> None:
    suites = junitparser.JUnitXml.fromstring(render(report, "junit").encode())
    cases = [case for suite in suites for case in suite]
    kinds = [type(result) for case in cases for result in case.result]
    assert kinds.count(junitparser.Failure) == suites.failures == len(report.findings)
    assert kinds.count(junitparser.Skipped) == suites.skipped == len(report.unjudged) + len(report.excepted)
    assert suites.tests == len(cases)


class _Tags(HTMLParser):
    """The tags, links and text of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        assert not attrs

    def handle_data(self, data: str) -> None:
        self.text += data


@every_report
def test_markdown_shows_texts_letter_by_letter(report: Report) -> None:
    said = render(report, "markdown")
    page = _Tags()
    page.feed(markdown.markdown(said.replace("<details>", "<details markdown>"), extensions=["md_in_html"]))
    assert set(page.tags) <= {"h2", "p", "strong", "details", "summary", "ul", "li", "code"}
    assert page.tags.count("details") == said.count("<details>") == said.count("</details>")
    assert len(said) <= LONGEST


def test_markdown_calls_nobody_and_links_nowhere() -> None:
    said = render(REPORTS["hostile texts"], "markdown")
    assert not re.search(r"@\w|#\d|://|www[.]", said.replace("&#", ""))
    assert "<script" not in said
    assert "</details></td>" not in said


def test_markdown_counts_what_does_not_fit() -> None:
    said = render(REPORTS["very long texts"], "markdown")
    shown = said.count("\n- **")
    assert 0 < shown < 30
    assert f"{30 - shown} bevindingen passen hier niet meer bij." in said


def test_github_tells_how_many_are_not_shown() -> None:
    *annotations, counted, more = render(REPORTS["500 findings"], "github").splitlines()
    assert len(annotations) == 500
    assert [line.partition(" ")[0] for line in annotations[:1] + annotations[-1:]] == ["::error", "::notice"]
    assert counted.startswith("167 fouten, 167 waarschuwingen, 166 adviezen")
    assert more == (
        "Van elke ernst toont de site er 10. "
        "Alleen in dit logboek staan nog 157 fouten, 157 waarschuwingen, 156 adviezen."
    )


def test_github_commands_come_only_from_us() -> None:
    lines = render(REPORTS["hostile texts"], "github").splitlines()
    assert [line.partition(" ")[0] for line in lines[:-1]] == ["::error", "::warning", "::notice"]
    for line in lines[:-1]:
        properties, _, message = line.partition(" ")[2].partition("::")
        assert len(properties.split(",")) == 6, "nothing in a file name adds a property"
        assert "%250A::error::nep" in message


def test_text_of_many_findings_ends_with_a_count_per_rule() -> None:
    said = render(REPORTS["500 findings"], "text")
    assert "Per regel:\n  167 × BAS002 " in said
    assert "Per regel:" not in render(REPORTS["hostile texts"], "text")


def test_hostile_texts_are_still_told() -> None:
    assert "alert(1)" in HOSTILE
    for name in format_names():
        assert "alert(1)" in render(REPORTS["hostile texts"], name)
