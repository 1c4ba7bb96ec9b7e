from collections import Counter
from dataclasses import replace

import pytest
from picture_samples import LAW, NETWORK, star

from ketenhandboek.graphs.ego import LIMIT, ego
from ketenhandboek.graphs.view import Edge, Node, View


def around(view: View, centre: str = "vt", limit: int = LIMIT) -> View:
    return ego(view, centre, view_id="buren", title="Buren", description="", limit=limit)


def test_neighbours_in_both_directions_stay_and_nothing_farther() -> None:
    near = around(NETWORK, "ggz")
    assert [node.id for node in near.nodes] == ["ggz", "arts", "om"]
    assert near.edges == NETWORK.edges
    assert near.focus == "ggz"


def test_a_node_without_edges_stands_alone() -> None:
    assert [node.id for node in around(NETWORK, "school").nodes] == ["school"]


def test_lines_keep_their_labels_because_clusters_go() -> None:
    assert not around(NETWORK, "ggz").numbered


def test_the_legend_holds_only_what_is_drawn() -> None:
    near = around(NETWORK, "om")
    assert [kind.id for kind in near.node_kinds] == ["zorg", "justitie"]
    assert [kind.id for kind in near.edge_kinds] == ["delen"]


def test_edges_between_neighbours_are_counted() -> None:
    assert around(star(3)).folded == ("Niet in dit beeld: 1 verbinding tussen de buren onderling.",)


def test_an_unknown_centre_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown node"):
        around(NETWORK, "weg")


def test_up_to_the_limit_nothing_is_folded() -> None:
    assert len(around(star(LIMIT - 1)).nodes) == LIMIT


def test_above_the_limit_the_least_connected_are_joined_with_a_count() -> None:
    near = around(star(30))
    assert len(near.nodes) == LIMIT
    assert near.folded[0] == "7 zorgpartners zijn samengevoegd."
    assert near.nodes[-1].label == "7 zorgpartners"
    assert near.nodes[-1].note == "P2, P3, P4, P5, P6, P7, P8"
    assert {"p0", "p1"} <= {node.id for node in near.nodes}, "these two have an edge more than the others"


def test_joined_edges_tell_whose_they_were() -> None:
    view = star(4)
    noted = replace(view, edges=tuple(replace(edge, note="alleen overdag") for edge in view.edges[2:4]))
    assert around(noted, limit=2).edges == (
        Edge("zorg:samengevoegd", "vt", "meldt", "melden", "P2: alleen overdag; P3: alleen overdag"),
    )


def test_kinds_are_joined_apart_and_one_of_a_kind_keeps_its_name() -> None:
    view = star(6)
    mixed = replace(
        view,
        nodes=(*view.nodes, Node("om", "OM", "justitie")),
        edges=(*view.edges, Edge("vt", "om", "meldt", "melden")),
    )
    assert [node.label for node in around(mixed, limit=3).nodes] == ["Veilig Thuis", "OM", "6 zorgpartners"]


def test_more_kinds_than_the_limit_still_all_show() -> None:
    kinds = tuple(replace(LAW, id=f"k{number}") for number in range(5))
    view = star(5)
    nodes = (
        view.nodes[0],
        *(replace(node, kind=kind.id) for node, kind in zip(view.nodes[1:], kinds, strict=True)),
    )
    assert len(around(replace(view, nodes=nodes, node_kinds=(LAW, *kinds)), limit=3).nodes) == 6


def test_every_edge_at_the_centre_is_found_back() -> None:
    view = star(60)
    near = around(view)
    told = Counter(name for edge in near.edges for name in edge.note.split("; ") if name)
    drawn = Counter(edge.source.upper() for edge in near.edges if ":" not in edge.source)
    assert told + drawn == Counter(edge.source.upper() for edge in view.edges if edge.target == "vt")
