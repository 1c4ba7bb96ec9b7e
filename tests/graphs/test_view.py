from dataclasses import replace
from typing import Any

import pytest
from picture_samples import CARE, LADDER, NETWORK, REPORT, tangle

from ketenhandboek.graphs.view import MOST_LABELS, Cluster, Edge, Node


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        (
            {"edges": (Edge("ggz", "weg", "meldt", "melden"),)},
            'edge "meldt" points to the unknown node "weg"',
        ),
        (
            {"edges": (Edge("weg", "ggz", "meldt", "melden"),)},
            'edge "meldt" points to the unknown node "weg"',
        ),
        ({"edges": (Edge("ggz", "om", "meldt", "bellen"),)}, 'edge "meldt" has the unknown kind "bellen"'),
        ({"nodes": (*NETWORK.nodes, Node("x", "X", "wonen"))}, 'node "x" has the unknown kind "wonen"'),
        (
            {"nodes": (*NETWORK.nodes, Node("x", "X", "zorg", cluster="y"))},
            'node "x" lies in the unknown cluster "y"',
        ),
        ({"nodes": (*NETWORK.nodes, NETWORK.nodes[0])}, 'the id "ggz" occurs 2 times'),
        ({"clusters": (*NETWORK.clusters, Cluster("zorg", "Z"))}, 'the id "zorg" occurs 2 times'),
        ({"edge_kinds": (*NETWORK.edge_kinds, REPORT)}, 'the id "melden" occurs 2 times'),
        (
            {"node_kinds": (*NETWORK.node_kinds, replace(CARE, id='"><b>'))},
            '""><b>" must begin with a letter',
        ),
        ({"id": "1 beeld"}, '"1 beeld" must begin with a letter'),
        ({"focus": "weg"}, 'the focus is the unknown node "weg"'),
    ],
)
def test_a_view_that_does_not_hold_together_says_why(changed: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ValueError, match=r"^View .*\.$") as raised:
        replace(NETWORK, **changed)
    assert sentence in str(raised.value)


@pytest.mark.parametrize("url", ["../x/", "x/y.html?z=1:2#a", "#anker", "/handboek/", "../x/#a:b", "é/"])
def test_a_link_within_the_site_stays(url: str) -> None:
    assert Node("x", "X", "zorg", url).url == url


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "JAVASCRIPT:x",
        "data:text/html,x",
        "https://voorbeeld.nl",
        "//voorbeeld.nl",
        "/\\voorbeeld.nl",
        "mailto:x@y",
        "x\ud800",
        "",
    ],
)
def test_a_link_out_of_the_site_is_dropped(url: str) -> None:
    assert Node("x", "X", "zorg", url).url is None


def test_lines_bear_numbers_where_labels_fail() -> None:
    assert not LADDER.numbered
    assert NETWORK.numbered
    assert not tangle(9, MOST_LABELS).numbered
    assert tangle(9, MOST_LABELS + 1).numbered
