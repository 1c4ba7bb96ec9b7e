import re
from pathlib import Path

import pytest
from picture_samples import HOSTILE, HOSTILE_TEXTS, LADDER, NETWORK

from ketenhandboek.graphs.dot import to_dot
from ketenhandboek.graphs.view import View

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("view", [LADDER, NETWORK, HOSTILE], ids=lambda view: view.id)
def test_the_source_is_the_golden_one(view: View) -> None:
    assert to_dot(view) == (GOLDEN / f"{view.id}.dot").read_text("utf-8")


def test_beside_clusters_no_edge_has_a_label() -> None:
    edges = [line for line in to_dot(NETWORK).splitlines() if "->" in line]
    assert len(edges) == len(NETWORK.edges)
    assert not [line for line in edges if re.search(r"\blabel=", line)]


def test_hostile_text_adds_no_statement() -> None:
    statements = [line for line in to_dot(HOSTILE).splitlines() if re.match(r"\tn\d+ ", line)]
    assert len(statements) == len(to_dot(HOSTILE).splitlines()) - 6 == 2 * len(HOSTILE_TEXTS)
