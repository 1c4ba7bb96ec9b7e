"""Edits: where a rule offers one, it mends the example and leaves the rest of the catalogue silent."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ketenhandboek.mend.edits import pieces, rewritten
from ketenhandboek.rules.catalogue import catalogue
from ketenhandboek.rules.check import check
from ketenhandboek.rules.example import example_chain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.findings import Edit, Finding, Report
    from ketenhandboek.rules.rule import Example

BAD = [(code, example) for code, rule in catalogue().items() for example in rule.bad]


def judged(example: Example, *codes: str) -> Report:
    return check(example_chain(example), codes)


def mended(example: Example, edit: Edit) -> Example:
    """The example with its text changed; the name of a source is also a name of a text."""
    texts = {
        source.file.removesuffix(".yaml").replace("/", "__"): rewritten(
            source.text, pieces(source.text, [edit] if source.file == edit.span.file else [])
        )
        for source in example.sources
    }
    return replace(example, texts=tuple(texts.items()))


def mendable() -> Iterator[tuple[Example, Finding, Edit]]:
    for code, example in BAD:
        for finding in judged(example, code).findings:
            if finding.edit:
                yield example, finding, finding.edit


def test_an_edit_mends_its_finding_and_makes_no_other() -> None:
    offering = set()
    for example, finding, edit in mendable():
        offering.add(finding.rule)
        before = {(item.rule, item.message) for item in judged(example).findings}
        after = {(item.rule, item.message) for item in judged(mended(example, edit)).findings}
        assert after == before - {(finding.rule, finding.message)}, example.shows
    assert sorted(offering) == ["AFS008", "BAS002", "BAS003", "BAS005", "BEG003"]
