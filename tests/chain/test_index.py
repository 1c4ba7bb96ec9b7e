"""Names: every reference that a schema knows is found, at its place, and leads back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from written_regions import agreement, partners, written

from ketenhandboek.chain.index import Index, Layer, is_word, kind_named
from ketenhandboek.rules.example import clean_chain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.kinds.kind import Schema
    from ketenhandboek.source.document import Data, Place

PARTNERS = partners("team-a: lokaal-team in abelen", "team-b: lokaal-team in berken; onderdeel_van: team-a")
RULES = agreement("""
geldig:
  van: 2025-01-01
verantwoordelijkheden:
  - id: plan
    taak: veiligheidsplan
    eindverantwoordelijk: team-a
    beslist: team-a/teammanager
    informeert:
      - melder
      - onbekend
""")


def references(schema: Schema, data: Data, place: Place, root: Schema) -> Iterator[tuple[str, int, int]]:
    """Text, line and column of every reference, by looking up each key again in the schema."""
    while "$ref" in schema:
        schema = root["$defs"][schema["$ref"].rpartition("/")[2]] | {
            key: value for key, value in schema.items() if key != "$ref"
        }
    if isinstance(data, dict):
        below: Any = [(schema.get("properties", {}).get(key, {}), key) for key in data]
    elif isinstance(data, list):
        below = [(schema.get("items", {}), position) for position in range(len(data))]
    else:
        if "x-ref" in schema and data is not None:
            yield str(data), place.span.line, place.span.column
        return
    for part, step in below:
        yield from references(part, data[step], place.at(step), root)


def test_every_reference_of_the_example_region_is_found_at_its_place() -> None:
    chain = clean_chain()
    documents = {(entry.kind.name, id(entry.place.document)): entry for entry in chain.records.entries}
    expected = sorted(
        (entry.place.document.file, *found)
        for entry in documents.values()
        for found in references(
            entry.kind.schema, entry.place.document.data, entry.place.document.place, entry.kind.schema
        )
    )
    found = sorted(
        (use.document.file, use.text, use.place.span.line, use.place.span.column)
        for use, *_ in chain.index.uses
    )
    assert found == expected
    assert len(found) > 1000


def test_a_name_leads_back_to_where_it_is_used() -> None:
    index = written("2025-06-01", partners=PARTNERS, afspraken__plan=RULES).index
    uses = [
        (used.entry.key, used.use.said.path, used.use.place.span.line)
        for used in index.used_by("partner", "team-a")
    ]
    assert uses == [
        ("partner/team-b", ("onderdeel_van",), 12),
        ("afspraak/plan", ("verantwoordelijkheden", "eindverantwoordelijk"), 13),
        ("afspraak/plan", ("verantwoordelijkheden", "beslist"), 14),
    ]
    assert {used.entry.key for used in index.used_by("taak", "veiligheidsplan")} >= {"afspraak/plan"}
    assert index.used_by("partner", "team-b") == ()


def test_a_use_knows_what_it_may_name() -> None:
    index = written("2025-06-01", partners=PARTNERS, afspraken__plan=RULES).index
    uses = {used.use.text: used.use for used in index.uses if used.entry.key == "afspraak/plan"}
    assert kind_named(uses["team-a/teammanager"], index.declared) == "partner"
    assert uses["team-a/teammanager"].siblings["taak"] == "veiligheidsplan"
    assert [text for text, use in uses.items() if is_word(use)] == ["regio", "alle", "melder", "onbekend"]


def test_names_are_declared_by_records_and_by_their_parts() -> None:
    index = written("2025-06-01", partners=PARTNERS, afspraken__plan=RULES).index
    for kind, name in [
        ("partner", "team-a"),
        ("afspraak", "plan"),
        ("verantwoordelijkheid", "plan"),
        ("gemeente", "abelen"),
        ("gebied", "streek"),
        ("soort", "lokaal-team"),
        ("gebeurtenis", "ontvangst-melding"),
    ]:
        assert index.knows(kind, name), (kind, name)
    assert not index.knows("partner", "lokaal-team")
    assert set(index.names(("partner", "gebied"))) == {"team-a", "team-b", "streek"}


def test_a_name_clashes_only_with_a_name_that_it_must_differ_from() -> None:
    route = "escalatieroutes:\n  - id: nu\n    naam: Nu\n    aanleidingen:\n      - acute-onveiligheid\n"
    valid = "geldig:\n  van: 2025-01-01\n"
    index = written(
        "2025-06-01",
        afspraken__een=agreement(valid + route + "verantwoordelijkheden:\n  - id: plan\n    taak: triage\n"),
        afspraken__twee=agreement(valid + route + "verantwoordelijkheden:\n  - id: plan\n    taak: triage\n"),
    ).index
    clashes = [
        (first.declaration.kind, first.declaration.id, second.declaration.place.span.file)
        for first, second in index.clashes
    ]
    assert clashes == [("escalatieroute", "nu", "afspraken/twee.yaml")]


ANOTHER_PHASE = """
fasen:
  - id: herstel
    naam: Herstel in de streek
    bron:
      tekst: Zo noemt de regio deze fase.
    vervangt_landelijk: ja
    reden: De regio heeft een eigen naam.
"""


@pytest.mark.parametrize("more", [{}, {"eigen__fasen": ANOTHER_PHASE}])
def test_names_are_the_same_when_the_national_ones_were_gathered_before(more: dict[str, str]) -> None:
    records = written("2025-06-01", partners=PARTNERS, afspraken__plan=RULES, **more).records
    national = len(records.base.entries)
    assert (records.entries[:national] == records.base.entries) is (not more)
    assert Index.of(records.entries, records.base) == Index.of(records.entries, Layer())
