"""One report in every format: each shown whole, and safe against text that would steer its reader."""

from __future__ import annotations

import json

import pytest

from ketenhandboek.findings import Edit, Excepted, Finding, Related, Report, Severity, Span, Unjudged
from ketenhandboek.report import render

TEXT = "titel: Samen\ntreden:\n  - niveaus:\n      - uitvoerend\n"
SKIPPED = Finding(
    "ESC001",
    Severity.FOUT,
    Span("data/afspraken/samen.yaml", 3, 5, 3, 12),
    "De ladder slaat een niveau over.",
    (Related(Span("data/afspraken/samen.yaml", 1, 1, 1, 6), "dit is de afspraak"),),
    Edit(Span("data/afspraken/samen.yaml", 4, 9, 4, 19), "teammanager"),
    "afspraak/samen",
)
ADVICE = Finding(
    "BAS009", Severity.ADVIES, Span("data/a,b:c.yaml", 7, 1, 7, 2), "100 % ongebruikt\nweg ermee"
)
OPEN = Unjudged("MAN001", Span("data/x.yaml", 2, 1), "Wie gaf het mandaat?", "de burgemeester")
ACCEPTED = Excepted(SKIPPED, "Komt goed.", "2027-01-01", "regiegroep")
REPORT = Report.of([ADVICE, SKIPPED], [OPEN], [ACCEPTED], [("data/afspraken/samen.yaml", TEXT)])


def test_text_shows_the_line_the_caret_and_the_other_place() -> None:
    assert render(REPORT, "text") == (
        "data/a,b:c.yaml:7:1 advies BAS009\n"
        "  100 % ongebruikt weg ermee\n"
        "\n"
        "data/afspraken/samen.yaml:3:5 fout ESC001\n"
        "  De ladder slaat een niveau over.\n"
        "  3 |   - niveaus:\n"
        "    |     ^^^^^^^\n"
        "  zie data/afspraken/samen.yaml:1:1: dit is de afspraak\n"
        "  1 | titel: Samen\n"
        "    | ^^^^^\n"
        "\n"
        "Niet te beoordelen:\n"
        "  data/x.yaml:2:1 MAN001 Wie gaf het mandaat? (vraag aan: de burgemeester)\n"
        "\n"
        "Uitzonderingen:\n"
        "  data/afspraken/samen.yaml:3:5 ESC001 De ladder slaat een niveau over.\n"
        "    Geldt tot en met 2027-01-01, besloten door regiegroep: Komt goed.\n"
        "\n"
        "Met --fix herstelt keten 1 bevinding; met --diff ziet u eerst hoe.\n"
        "1 fout, 0 waarschuwingen, 1 advies · 1 niet te beoordelen · 1 uitzondering\n"
    )


def test_colour_marks_only_the_severity() -> None:
    coloured = render(REPORT, "text", colour=True)
    assert "\x1b[31mfout ESC001\x1b[0m" in coloured
    assert coloured.replace("\x1b[31m", "").replace("\x1b[36m", "").replace("\x1b[0m", "") == render(
        REPORT, "text"
    )


def test_json_holds_everything() -> None:
    content = json.loads(render(REPORT, "json"))
    assert content["findings"][1] == {
        "rule": "ESC001",
        "severity": "fout",
        "file": "data/afspraken/samen.yaml",
        "line": 3,
        "column": 5,
        "message": "De ladder slaat een niveau over.",
        "related": [
            {"file": "data/afspraken/samen.yaml", "line": 1, "column": 1, "message": "dit is de afspraak"}
        ],
        "fix": {
            "file": "data/afspraken/samen.yaml",
            "line": 4,
            "column": 9,
            "end_line": 4,
            "end_column": 19,
            "replacement": "teammanager",
        },
    }
    assert content["unjudged"][0]["question"] == "Wie gaf het mandaat?"
    assert content["exceptions"][0]["until"] == "2027-01-01"
    assert content["summary"] == {"fout": 1, "waarschuwing": 0, "advies": 1, "unjudged": 1, "exceptions": 1}


def test_github_puts_the_gravest_first_and_escapes_what_steers_it() -> None:
    first, second, count = render(REPORT, "github").splitlines()
    assert first == (
        "::error file=data/afspraken/samen.yaml,line=3,endLine=3,col=5,endColumn=12,title=ESC001::"
        "De ladder slaat een niveau over.%0AZie data/afspraken/samen.yaml, regel 1: dit is de afspraak"
    )
    assert second == (
        "::notice file=data/a%2Cb%3Ac.yaml,line=7,endLine=7,col=1,endColumn=2,title=BAS009::"
        "100 %25 ongebruikt%0Aweg ermee"
    )
    assert count.startswith("1 fout")


def test_sarif_names_rule_place_other_place_and_suppression() -> None:
    (run,) = json.loads(render(REPORT, "sarif"))["runs"]
    advice, skipped, suppressed = run["results"]
    assert run["tool"]["driver"]["rules"][skipped["ruleIndex"]]["id"] == "ESC001"
    assert skipped["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "data/afspraken/samen.yaml", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 3, "startColumn": 5, "endLine": 3, "endColumn": 12},
    }
    assert skipped["relatedLocations"][0]["message"] == {"text": "dit is de afspraak"}
    assert advice["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "data/a%2Cb%3Ac.yaml"
    assert suppressed["suppressions"][0]["justification"] == "Komt goed. (tot en met 2027-01-01)"


def test_sarif_offers_the_one_edit_as_a_fix() -> None:
    (run,) = json.loads(render(REPORT, "sarif"))["runs"]
    advice, skipped, _ = run["results"]
    (fix,) = skipped["fixes"]
    (change,) = fix["artifactChanges"]
    assert change["replacements"] == [
        {
            "deletedRegion": {"startLine": 4, "startColumn": 9, "endLine": 4, "endColumn": 19},
            "insertedContent": {"text": "teammanager"},
        }
    ]
    assert "fixes" not in advice


def test_gitlab_lists_issues_as_its_documentation_says() -> None:
    advice, skipped = json.loads(render(REPORT, "gitlab"))
    assert skipped.pop("fingerprint") != advice.pop("fingerprint")
    assert skipped == {
        "description": "De ladder slaat een niveau over.\n"
        "Zie data/afspraken/samen.yaml, regel 1: dit is de afspraak",
        "check_name": "ESC001",
        "severity": "critical",
        "location": {"path": "data/afspraken/samen.yaml", "lines": {"begin": 3}},
    }
    assert advice["severity"] == "info"


def test_markdown_counts_first_and_folds_the_rest_per_file() -> None:
    assert render(REPORT, "markdown") == (
        "## Controle van de keten\n"
        "\n"
        "**1 fout, 0 waarschuwingen, 1 advies · 1 niet te beoordelen · 1 uitzondering**\n"
        "\n"
        "<details>\n"
        "<summary>data/afspraken/samen.yaml: 1 fout</summary>\n"
        "\n"
        "- **fout ESC001**, regel 3: De ladder slaat een niveau over.\n"
        "  - Zie data/afspraken/samen.yaml, regel 1: dit is de afspraak\n"
        "\n"
        "</details>\n"
        "\n"
        "<details>\n"
        "<summary>data/a,b:c.yaml: 1 advies</summary>\n"
        "\n"
        "- **advies BAS009**, regel 7: 100 % ongebruikt weg ermee\n"
        "\n"
        "</details>\n"
        "\n"
        "Wat niet te beoordelen is, staat met de vraag erbij in de uitvoer van `keten check`.\n"
    )


FINGERPRINTS = {
    "sarif": lambda said: [
        result["partialFingerprints"]["ketenFinding/v1"] for result in json.loads(said)["runs"][0]["results"]
    ],
    "gitlab": lambda said: [issue["fingerprint"] for issue in json.loads(said)],
}


@pytest.mark.parametrize("name", FINGERPRINTS)
def test_a_fingerprint_survives_a_moved_line_and_tells_equals_apart(name: str) -> None:
    def prints(text: str, *lines: int) -> list[str]:
        findings = [Finding("BAS002", Severity.FOUT, Span("a.yaml", line, 1, line, 2), "m") for line in lines]
        return FINGERPRINTS[name](render(Report.of(findings, texts=[("a.yaml", text)]), name))

    assert prints("x: 1\n", 1) == prints("# nieuw\nx: 1\n", 2)
    assert len(set(prints("x: 1\nx: 1\n", 1, 2))) == 2


@pytest.mark.parametrize("name", ["text", "github", "markdown"])
def test_quiet_formats_for_people_say_nothing_about_nothing(name: str) -> None:
    assert render(Report.of([], [OPEN]), name, quiet=True) == ""
    assert render(REPORT, name, quiet=True) == render(REPORT, name)


@pytest.mark.parametrize("name", ["gitlab", "json", "junit", "sarif"])
def test_formats_for_programs_are_always_whole(name: str) -> None:
    assert render(Report.of([]), name, quiet=True) == render(Report.of([]), name)
