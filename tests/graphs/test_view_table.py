import json

from hypothesis import given
from hypothesis import strategies as st
from picture_samples import CARE, LADDER, LAW, NETWORK, REPORT, SHARE, star

from ketenhandboek.graphs.ego import ego
from ketenhandboek.graphs.table import plain, table
from ketenhandboek.graphs.view import Cluster, Edge, Node, View


@st.composite
def views(draw: st.DrawFn) -> View:
    ids = draw(st.lists(st.text(min_size=1, max_size=8), unique=True, max_size=8))
    clusters = (None, "c")
    nodes = [
        Node(
            name,
            draw(st.text()),
            draw(st.sampled_from([CARE.id, LAW.id])),
            cluster=draw(st.sampled_from(clusters)),
        )
        for name in ids
    ]
    ends = st.sampled_from(ids) if ids else st.nothing()
    kinds = st.sampled_from([REPORT.id, SHARE.id])
    edges = st.lists(st.builds(Edge, ends, ends, st.text(), kinds, st.text()), max_size=12)
    return View(
        "beeld",
        draw(st.text()),
        draw(st.text()),
        tuple(nodes),
        tuple(draw(edges)),
        (CARE, LAW),
        (REPORT, SHARE),
        (Cluster("c", "Samen"),),
        tuple(draw(st.lists(st.text(), max_size=2))),
    )


@given(views())
def test_table_and_data_hold_exactly_the_edges_of_the_view(view: View) -> None:
    kinds = {kind.label: kind.id for kind in view.edge_kinds}
    rows = table(view).rows
    told = tuple(Edge(row.source.id, row.target.id, row.label, kinds[row.kind], row.note) for row in rows)
    assert told == view.edges
    assert [row.number for row in rows] == list(range(1, len(view.edges) + 1))
    kept = json.loads(json.dumps(plain(view)))["edges"]
    assert tuple(Edge(**edge | {"tags": tuple(edge["tags"])}) for edge in kept) == view.edges


@given(views())
def test_every_node_is_in_a_row_or_listed_without_one(view: View) -> None:
    told = table(view)
    in_rows = {node.id for row in told.rows for node in (row.source, row.target)}
    assert in_rows | {node.id for node in told.unconnected} == {node.id for node in view.nodes}
    assert not in_rows & {node.id for node in told.unconnected}


def test_a_row_reads_as_a_sentence() -> None:
    row = table(NETWORK).rows[0]
    assert (row.number, row.source.label, row.label, row.target.label, row.kind, row.note) == (
        1,
        "GGZ Waarde",
        "deelt gegevens",
        "Openbaar Ministerie",
        "Gegevens delen",
        "alleen bij acuut gevaar",
    )


def test_a_node_without_edges_is_listed() -> None:
    assert [node.label for node in table(NETWORK).unconnected] == ["Basisschool De Eik"]


def test_remarks_hold_what_was_folded_and_the_notes_of_nodes() -> None:
    assert table(LADDER).remarks == ("Managers van beide organisaties: overleg op donderdag",)
    near = ego(star(4), "vt", view_id="buren", title="Buren", description="", limit=2)
    assert table(near).remarks == (
        "4 zorgpartners zijn samengevoegd.",
        "Niet in dit beeld: 1 verbinding tussen de buren onderling.",
        "4 zorgpartners: P0, P1, P2, P3",
    )


def test_data_hold_the_whole_view() -> None:
    data = json.loads(json.dumps(plain(LADDER)))
    assert data["title"] == LADDER.title
    assert data["nodes"][0] == {
        "id": "t1",
        "label": "Professionals onderling",
        "kind": "uitvoering",
        "url": "../trede-1/",
        "cluster": None,
        "note": "",
    }
    assert data["edge_kinds"][1] == {"id": "terug", "label": "Weg terug", "line": "dashed", "tone": 6}
