import pytest

from ketenhandboek.graphs.text import clean, wrapped


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Veilig Thuis", ["Veilig", "Thuis"]),
        ("1. Werkvloer\nWijkteam", ["1.", "Werkvloer", "Wijkteam"]),
        ("a\n\nb\r\nc", ["a", "b", "c"]),
        ("een twee drie vier vijf", ["een twee", "drie", "vier …"]),
        ("een kinderbeschermingsmaatregel uitvoeren", ["een", "kinderbeschermingsmaatregel", "uitvoeren"]),
        ("x" * 30, ["x" * 30]),
        ("x" * 31, ["x" * 8, "x" * 8, "x" * 8 + " …"]),
        (" \t ", []),
    ],
)
def test_labels_are_wrapped_and_cut_short(text: str, lines: list[str]) -> None:
    assert wrapped(text, 8, 3) == lines


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [("  a\n b\t", "a b"), ("a\x00b", "a\ufffdb"), ("\ud800", "\ufffd"), ("👩‍👧 é", "👩‍👧 é")],
)
def test_text_becomes_one_line_that_xml_can_hold(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned
