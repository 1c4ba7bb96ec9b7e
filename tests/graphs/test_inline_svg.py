"""What a page gets: structure, not coordinates, which differ between versions of Graphviz."""

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from xml.etree.ElementTree import Element, fromstring

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from picture_samples import CARE, HOSTILE, HOSTILE_TEXTS, LADDER, NETWORK, REPORT

from ketenhandboek.graphs.dot import to_dot
from ketenhandboek.graphs.layout import Layout
from ketenhandboek.graphs.svg import inline
from ketenhandboek.graphs.text import clean
from ketenhandboek.graphs.view import Edge, Node, View

VIEWS = pytest.mark.parametrize("view", [LADDER, NETWORK, HOSTILE], ids=lambda view: view.id)
COLOURS = {"none", "currentColor", None}


@pytest.fixture(scope="module")
def layout() -> Iterator[Layout]:
    with closing(Layout(limit_seconds=60)) as layout:
        yield layout


def drawn(layout: Layout, view: View) -> Element:
    return fromstring(inline(layout.svg(to_dot(view)), view))


def of_class(svg: Element, name: str) -> list[Element]:
    return [element for element in svg.iter() if name in element.get("class", "").split()]


def text_of(element: Element) -> str:
    return " ".join(text.text or "" for text in element.iter("text"))


@VIEWS
def test_nodes_and_edges_are_those_of_the_view(layout: Layout, view: View) -> None:
    svg = drawn(layout, view)
    assert [node.get("data-node") for node in of_class(svg, "kh-node")] == [
        clean(node.id) for node in view.nodes
    ]
    assert [(edge.get("data-from"), edge.get("data-to")) for edge in of_class(svg, "kh-edge")] == [
        (clean(edge.source), clean(edge.target)) for edge in view.edges
    ]


@VIEWS
def test_no_colour_script_handler_or_outside_address_is_left(layout: Layout, view: View) -> None:
    svg = drawn(layout, view)
    tags = {element.tag for element in svg.iter()}
    assert tags <= {"svg", "title", "desc", "g", "a", "path", "polygon", "polyline", "ellipse", "text"}
    names = {name for element in svg.iter() for name in element.attrib}
    assert not {name for name in names if name.startswith("on") or "}" in name} | (
        names & {"style", "font-family"}
    )
    assert {element.get("fill") for element in svg.iter()} <= COLOURS
    assert {element.get("stroke") for element in svg.iter()} <= COLOURS


def test_links_are_within_the_site_and_named(layout: Layout) -> None:
    links = list(drawn(layout, LADDER).iter("a"))
    assert [(link.get("href"), link.get("aria-label")) for link in links] == [
        ("../trede-1/", "Professionals onderling"),
        ("#trede-2", "Managers van beide organisaties"),
    ]


def test_kinds_and_tones_are_classes_and_lines_differ_without_colour(layout: Layout) -> None:
    up, _, back = of_class(drawn(layout, LADDER), "kh-edge")
    assert up.get("class") == "kh-edge kh-kind-omhoog kh-tone-0"
    assert back.get("class") == "kh-edge kh-kind-terug kh-tone-6"
    assert [edge.find("path[@stroke-dasharray]") is not None for edge in (up, back)] == [False, True]


def test_the_focus_is_marked(layout: Layout) -> None:
    (focus,) = of_class(drawn(layout, replace(LADDER, focus="t2")), "kh-focus")
    assert focus.get("data-node") == "t2"


def test_labels_stand_beside_lines_or_numbers_beside_clusters(layout: Layout) -> None:
    labels = [text_of(edge).strip() for edge in of_class(drawn(layout, LADDER), "kh-edge")]
    assert labels == [edge.label for edge in LADDER.edges]
    assert [text_of(edge) for edge in of_class(drawn(layout, NETWORK), "kh-edge")] == ["1", "2", "3"]


def test_a_cluster_without_nodes_is_not_drawn(layout: Layout) -> None:
    clusters = of_class(drawn(layout, NETWORK), "kh-cluster")
    assert [text_of(cluster) for cluster in clusters] == ["Zorg", "Justitie en veiligheid"]


def test_tooltips_tell_the_whole(layout: Layout) -> None:
    svg = drawn(layout, NETWORK)
    assert of_class(svg, "kh-edge")[0].findtext("title") == (
        "GGZ Waarde → Openbaar Ministerie – deelt gegevens – alleen bij acuut gevaar"
    )
    assert of_class(svg, "kh-node")[0].findtext("title") == "GGZ Waarde"


def test_the_picture_has_a_name_a_description_and_its_own_size(layout: Layout) -> None:
    svg = drawn(layout, LADDER)
    named = {element.get("id"): element.text for element in svg.iter() if element.tag in ("title", "desc")}
    assert svg.get("role") == "group", "an img would hide the links in it"
    assert named[svg.get("aria-labelledby")] == LADDER.title
    assert named[svg.get("aria-describedby")] == LADDER.description
    assert re.fullmatch(r"0\.00 0\.00 \S+ \S+", svg.get("viewBox", ""))
    assert 100 < int(svg.get("width", "0")) <= 328, "fits a phone without scrolling"


def test_screen_readers_skip_what_the_table_says_better(layout: Layout) -> None:
    edges = of_class(drawn(layout, LADDER), "kh-edge")
    assert {edge.get("aria-hidden") for edge in edges} == {"true"}
    assert not [link for edge in edges for link in edge.iter("a")]


def test_ids_are_unique_over_two_pictures_on_a_page(layout: Layout) -> None:
    page = [drawn(layout, view) for view in (LADDER, replace(LADDER, id="ladder-2"))]
    ids = Counter(element.get("id") for svg in page for element in svg.iter() if element.get("id"))
    assert ids.most_common(1)[0][1] == 1
    assert all(name.startswith("kh-ladder") for name in ids if name)


def test_hostile_text_is_shown_as_text(layout: Layout) -> None:
    shown = [text_of(node) for node in of_class(drawn(layout, HOSTILE), "kh-node")]
    for text, label in zip(HOSTILE_TEXTS, shown, strict=True):
        begin = clean(text).replace(" ", "")[:60]
        assert label.replace(" ", "").startswith(begin)
        assert len(label) < 150


@pytest.mark.parametrize("raw", ["", "<svg", "<svg/>", "<html/>"])
def test_what_is_no_drawing_of_the_view_is_refused(raw: str) -> None:
    with pytest.raises(ValueError, match='no drawing of view "ladder"'):
        inline(raw, LADDER)


def test_the_drawing_of_another_view_is_refused(layout: Layout) -> None:
    with pytest.raises(ValueError, match='no drawing of view "keten"'):
        inline(layout.svg(to_dot(LADDER)), NETWORK)


@settings(max_examples=60, deadline=None)
@given(label=st.text(max_size=80), note=st.text(max_size=20))
def test_any_text_can_be_drawn(layout: Layout, label: str, note: str) -> None:
    view = replace(
        HOSTILE,
        title=label,
        description=note,
        nodes=(Node("a", label, CARE.id, note=note), Node("b", note, CARE.id)),
        edges=(Edge("a", "b", label, REPORT.id, note),),
    )
    svg = drawn(layout, view)
    assert svg.findtext("title") == clean(label)
    assert [len(of_class(svg, name)) for name in ("kh-node", "kh-edge")] == [2, 1]
