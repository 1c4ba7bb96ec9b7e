"""What other programs get, read back by programs of others."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from itertools import pairwise
from typing import Any

import networkx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema_rs import Draft202012Validator, ValidationError

from ketenhandboek.cli.commands import export as command
from ketenhandboek.export.catalogue import PATH as CATALOGUE
from ketenhandboek.export.files import FORMS, data_files, export_files, network_files
from ketenhandboek.export.pictures import FOLDER, dot_files, graphml, named, view_files, views_of
from ketenhandboek.export.records import CHAIN, CHAIN_SCHEMA, schema_files
from ketenhandboek.export.tables import csv_files, safe
from ketenhandboek.graphs.view import Edge, EdgeKind, Node, NodeKind, View
from ketenhandboek.kinds.kind import catalogue
from ketenhandboek.rules.example import clean_chain, example_chain
from ketenhandboek.rules.rule import Example

TERM = """
    begrippen:
      - id: gevaar
        naam: {}
        betekenis: "Een \\"puntkomma\\"; en een\\nregel."
"""
READ_DOT = """
import json, pygraphviz, sys
graphs = [pygraphviz.AGraph(string=text) for text in json.load(sys.stdin)]
print(json.dumps([[[int(end[1:]) - 1 for end in edge] for edge in graph.edges()] for graph in graphs]))
"""
ODD = ("Een & <b>twee</b>", 'Met "aanhaling"', "\\n \\E"), ('A "b"', "{c|d}", "<e>", "\\")
DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


def view(*labels: str) -> View:
    """A chain of nodes with these labels, with a second edge between the first two."""
    nodes = tuple(Node(f"n/{number}", label, "partner") for number, label in enumerate(labels))
    steps = [Edge(one.id, two.id, two.label, "lijn") for one, two in pairwise(nodes)]
    return View(
        "proef",
        labels[0],
        "",
        nodes,
        (*steps, *steps[:1]),
        (NodeKind("partner", "Partner", "partners"),),
        (EdgeKind("lijn", "Lijn"),),
    )


@pytest.fixture(scope="module")
def views() -> dict[str, View]:
    return views_of(clean_chain())


@pytest.fixture(scope="module")
def offered(views: dict[str, View]) -> dict[str, str]:
    data = data_files(clean_chain())
    return {**data, **schema_files(clean_chain()), **network_files(clean_chain(), views, data)}


def rows(table: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(table.removeprefix("\ufeff"), newline=""), delimiter=";"))


def test_the_chain_fits_its_schema_and_holds_every_record(offered: dict[str, str]) -> None:
    document = json.loads(offered[CHAIN])
    Draft202012Validator(json.loads(offered[CHAIN_SCHEMA])).validate(document)
    found = {(kind, id_) for kind, records in document["gegevens"].items() for id_ in records}
    assert found == {(entry.kind.name, entry.id) for entry in clean_chain().records.entries}


def test_the_schema_of_the_chain_refuses_a_broken_record(offered: dict[str, str]) -> None:
    document = json.loads(offered[CHAIN])
    next(iter(document["gegevens"]["partner"].values()))["gegevens"]["naam"] = 5
    with pytest.raises(ValidationError):
        Draft202012Validator(json.loads(offered[CHAIN_SCHEMA])).validate(document)


def test_every_kind_has_a_table_with_a_row_for_each_record() -> None:
    chain = clean_chain()
    tables = csv_files(chain)
    for name in catalogue():
        found = [row["id"] for row in rows(tables[f"downloads/csv/{name}.csv"])]
        assert found == [entry.id for entry in chain.records.entries if entry.kind.name == name]


@given(st.text())
def test_no_cell_begins_as_a_formula(text: str) -> None:
    assert not safe(text).startswith(DANGEROUS)
    assert safe(text).removeprefix("'") == text.removeprefix("'")


@pytest.mark.parametrize("text", ["=1+1", "+31", "-2", "@som", "=cmd|' /C calc'!A0"])
def test_a_formula_in_a_record_stays_text(text: str) -> None:
    chain = example_chain(Example.of("", begrippen=TERM.format(json.dumps(text))))
    table = csv_files(chain)["downloads/csv/begrip.csv"]
    [row] = [row for row in rows(table) if row["id"] == "gevaar"]
    assert row["naam"] == f"'{text}"
    assert row["betekenis"] == 'Een "puntkomma"; en een\nregel.'


def edges_of(view: View) -> list[tuple[str, str, str]]:
    return sorted((edge.source, edge.target, edge.label) for edge in view.edges)


def test_a_network_read_back_has_the_edges_of_its_picture(views: dict[str, View]) -> None:
    for shown in (*(view(*labels) for labels in ODD), *views.values()):
        read: Any = networkx.parse_graphml(graphml(shown), force_multigraph=True)
        assert sorted((*ends, data["label"]) for *ends, data in read.edges(data=True)) == [
            (source, target, " ".join(label.split())) for source, target, label in edges_of(shown)
        ]
        assert [read.nodes[node.id]["label"] for node in shown.nodes] == [
            " ".join(node.label.split()) for node in shown.nodes
        ]


def test_graphviz_reads_the_edges_of_every_picture(views: dict[str, View]) -> None:
    every = [*(view(*labels) for labels in ODD), *views.values()]
    texts = [text for shown in every for text in dot_files(named([shown])).values()]
    command = [sys.executable, "-c", READ_DOT]
    done = subprocess.run(command, input=json.dumps(texts), capture_output=True, text=True, check=True)
    for shown, read in zip(every, json.loads(done.stdout), strict=True):
        order = [node.id for node in shown.nodes]
        wanted = [[order.index(edge.source), order.index(edge.target)] for edge in shown.edges]
        assert sorted(read) == sorted(wanted), shown.id


def test_two_pictures_with_one_id_get_two_files_and_one_picture_twice_gets_one() -> None:
    one, other = view("Een", "Twee"), view("Drie", "Vier")
    assert list(view_files(named([one, other, one]))) == [f"{FOLDER}/proef.json", f"{FOLDER}/proef-2.json"]


def test_the_catalogue_names_files_that_are_there(offered: dict[str, str]) -> None:
    dataset = json.loads(offered[CATALOGUE])["dcat:dataset"]
    named_files = [form["dcat:downloadURL"]["@id"] for form in dataset["dcat:distribution"]]
    assert named_files
    assert {f"downloads/{name}" for name in named_files if not name.startswith("..")} <= offered.keys()


@pytest.mark.parametrize("form", FORMS)
def test_an_export_is_what_the_site_offers_with_the_same_bytes(offered: dict[str, str], form: str) -> None:
    assert export_files(clean_chain(), form).items() <= offered.items()


def test_the_command_knows_every_form() -> None:
    assert command._FORMS == FORMS
