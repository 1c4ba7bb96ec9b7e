"""Odd layouts beside the canonical one, and data of every shape: for each program that writes records."""

from __future__ import annotations

from hypothesis import strategies as st

from ketenhandboek.source.document import Document
from ketenhandboek.source.reader import read_text


def document(text: str) -> Document:
    found = read_text(text, "begrippen.yaml")
    assert isinstance(found, Document), found
    return found


LAYOUTS = {
    "keys stand in the order of the schema, unknown keys last": (
        """
        begrippen:
          - naam: plan
            later: iets
            id: plan
        """,
        """
        begrippen:
          - id: plan
            naam: plan
            later: iets
        """,
    ),
    "two spaces a step, lists indented, no empty lines": (
        """
        begrippen:

        -   id: plan
            synoniemen:
            - a

            - b
        """,
        """
        begrippen:
          - id: plan
            synoniemen:
              - a
              - b
        """,
    ),
    "quotes only where they are needed": (
        """
        begrippen:
          - id: "plan"
            naam: 'een plan'
            betekenis: "dit: dat"
            opmerking: '12'
            bron:
              tekst: 0344
        """,
        """
        begrippen:
          - id: plan
            naam: een plan
            betekenis: 'dit: dat'
            opmerking: '12'
            bron:
              tekst: '0344'
        """,
    ),
    "comments go along with what they belong to": (
        """
        # bovenaan
        begrippen: # bij de lijst
          # boven het eerste
          - naam: plan # bij de naam
            # boven de id
            id: plan # bij de id
            synoniemen:
              - a # bij a
              # na a
          # na alles
        """,
        """
        # bovenaan
        begrippen: # bij de lijst
          # boven het eerste
          # boven de id
          - id: plan # bij de id
            naam: plan # bij de naam
            synoniemen:
              - a # bij a
              # na a
          # na alles
        """,
    ),
    "a # inside a text is no comment": (
        """
        begrippen:
          - id: plan
            betekenis: |-
              # een kop
              en tekst
            naam: "twee # tekens"
        """,
        """
        begrippen:
          - id: plan
            naam: 'twee # tekens'
            betekenis: |-
              # een kop
              en tekst
        """,
    ),
    "a text over several lines becomes one line when it fits": (
        """
        begrippen:
          - id: plan
            betekenis: een
              twee
              drie
            opmerking: >-
              vier
              vijf
        """,
        """
        begrippen:
          - id: plan
            betekenis: een twee drie
            opmerking: vier vijf
        """,
    ),
}

TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\r\t"), max_size=150).map(
    lambda text: "".join(sign for sign in text if sign.isprintable() or sign == "\n")
)
WORDS = st.lists(st.sampled_from(["aan", "#", "-", ":", "dat", "'", '"', "|", "\n", "", "é"]), max_size=60)
VALUES = st.one_of(TEXTS, WORDS.map(" ".join), st.integers(-(10**9), 10**9), st.none())
DATA = st.recursive(
    VALUES,
    lambda below: (
        st.lists(below, min_size=1, max_size=4)
        | st.dictionaries(
            st.sampled_from(["id", "naam", "betekenis", "a", "b"]), below, min_size=1, max_size=4
        )
    ),
    max_leaves=12,
)


def in_block(data: object, indent: int = 0) -> str:
    """Data as block YAML in which every text stands between double quotes."""
    space = " " * indent
    if isinstance(data, dict):
        return "".join(f"{space}{key}:{_below(value, indent)}" for key, value in data.items())
    assert isinstance(data, list)
    return "".join(f"{space}-{_below(value, indent)}" for value in data)


def _below(value: object, indent: int) -> str:
    if isinstance(value, (dict, list)):
        return "\n" + in_block(value, indent + 2)
    if isinstance(value, str):
        quoted = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        return f' "{quoted}"\n'
    return " null\n" if value is None else f" {value}\n"
