from dataclasses import replace
from typing import get_args
from xml.etree.ElementTree import fromstring, tostring

import markdown
from picture_samples import CARE, HOSTILE_TEXTS, LADDER, NETWORK, REPORT

from ketenhandboek.graphs.figure import figure
from ketenhandboek.graphs.pictures import Failure, Picture
from ketenhandboek.graphs.view import Line, Shape

TAGS = {"figure", "div", "svg", "title", "g", "a", "text", "figcaption", "ul", "li", "path", "p"}
PICTURE = Picture('<svg id="kh-x"><title>x</title><g><a href="#y"><text>Y &amp; Z</text></a></g></svg>')


def test_the_legend_names_every_kind_of_node_and_line() -> None:
    entries = fromstring(figure(LADDER, PICTURE)).iter("li")
    assert ["".join(entry.itertext()) for entry in entries] == [
        "Uitvoering",
        "Leiding",
        "Bestuur",
        "Volgende trede",
        "Weg terug",
    ]


def test_every_shape_and_line_has_its_own_sample() -> None:
    shapes = tuple(replace(CARE, id=shape, label="", shape=shape) for shape in get_args(Shape))
    lines = tuple(replace(REPORT, id=line, label="", line=line) for line in get_args(Line))
    view = replace(LADDER, nodes=(), edges=(), node_kinds=shapes, edge_kinds=lines)
    samples = {tostring(entry) for entry in fromstring(figure(view, PICTURE)).iter("li")}
    assert len(samples) == len(shapes) + len(lines)


def test_the_scrolling_part_can_be_reached_and_has_a_name() -> None:
    (scroll,) = fromstring(figure(LADDER, PICTURE)).findall("div")
    assert scroll.get("tabindex") == "0"
    assert scroll.get("aria-label") == "Tekening: Escaleren in Lindewaarde"
    assert scroll.find("svg") is not None


def test_what_was_folded_and_what_the_numbers_mean_stands_below() -> None:
    view = replace(NETWORK, folded=("12 huisartsen zijn samengevoegd.",))
    assert [sentence.text for sentence in fromstring(figure(view, PICTURE)).iter("p")] == [
        "De nummers bij de lijnen staan in de tabel.",
        "12 huisartsen zijn samengevoegd.",
    ]


def test_a_failure_points_to_the_table() -> None:
    shown = figure(LADDER, Failure("late", "Het tekenen duurde te lang."))
    assert "".join(fromstring(shown).itertext()) == "Deze tekening ontbreekt. De tabel toont hetzelfde."


def test_hostile_text_stays_text() -> None:
    for text in HOSTILE_TEXTS:
        view = replace(
            LADDER, title=text, folded=(text,), node_kinds=(*LADDER.node_kinds, replace(CARE, label=text))
        )
        root = fromstring(figure(view, PICTURE))
        assert {element.tag for element in root.iter()} <= TAGS


def test_markdown_leaves_the_figure_as_it_is() -> None:
    shown = figure(replace(NETWORK, folded=("*12* huisartsen_en_meer",)), PICTURE)
    page = markdown.markdown(f"# Kop\n\n{shown}\n\nslot", extensions=["attr_list", "md_in_html", "tables"])
    assert shown in page
