"""Bytes of one file → a document, or the problems that keep it from being one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from ketenhandboek.findings import Problem, Span
from ketenhandboek.source import refused, scalars
from ketenhandboek.source.document import Data, Document
from ketenhandboek.source.mistyped import slips_in
from ketenhandboek.source.nodes import compose
from ketenhandboek.source.plainly import plain_data
from ketenhandboek.source.syntax import syntax_problem
from ketenhandboek.wording import cause

if TYPE_CHECKING:
    from pathlib import Path

LARGEST_FILE = 1_000_000
_USUAL_FILE = 20_000
_BEGINNING = 1_000
_NO_TEXT = "Dit is geen gewone tekst, maar bijvoorbeeld een Word-bestand. Sla het op als tekst, in UTF-8."


def read_file(path: Path, shown: str) -> Document | list[Problem]:
    """Read one YAML file; `shown` is its name in messages. A file that can't be opened is a problem too."""
    try:
        content = _content(path)
    except OSError as error:
        reason = f"Dit bestand is niet te lezen: {cause(error)}."
        return [Problem(Span(shown), f"{reason} Zet het opnieuw neer, of vraag de beheerder om toegang.")]
    return read_bytes(content, shown)


def rough_text(path: Path) -> str:
    """What can be seen of a file that could not become a document, up to 1 MB."""
    try:
        return _content(path).decode("utf-8-sig", "replace")
    except OSError:
        return ""


def _content(path: Path) -> bytes:
    # Asking for the largest file at once makes room for it, which takes longer than reading a usual file.
    with path.open("rb") as stream:
        start = stream.read(_USUAL_FILE)
        return start if len(start) < _USUAL_FILE else start + stream.read(LARGEST_FILE + 1 - _USUAL_FILE)


def read_bytes(content: bytes, shown: str) -> Document | list[Problem]:
    """A document, or why the text can't be used: its encoding, its size, its YAML or a form we refuse."""
    if len(content) > LARGEST_FILE:
        return [Problem(Span(shown), "Dit bestand is groter dan 1 MB. Verdeel het over meer bestanden.")]
    if b"\0" in content[:_BEGINNING]:
        return [Problem(Span(shown), _NO_TEXT)]
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return [_encoding_problem(content, error, shown)]
    return read_text(text, shown)


def read_text(text: str, shown: str) -> Document | list[Problem]:
    """As `read_bytes`, for text that is decoded already."""
    problems = _hidden_characters(text, shown) or slips_in(text, shown)
    data = None if problems else plain_data(text)
    if data is not None:
        return Document(shown, text, data)
    problems = problems or refused.before_parsing(text, shown)
    if problems:
        return problems
    try:
        root = compose(text)
    except yaml.YAMLError as error:
        return [syntax_problem(error, text, shown)]
    if root is None:
        return [Problem(Span(shown), "Dit bestand is leeg. Vul het, of haal het weg.")]
    return _document(text, root, shown)


def _document(text: str, root: yaml.Node, shown: str) -> Document | list[Problem]:
    problems: list[Problem] = []
    data: Data = scalars.to_data(root, shown, problems)
    return problems or Document(shown, text, data)


def _encoding_problem(content: bytes, error: UnicodeDecodeError, shown: str) -> Problem:
    before = content[: error.start]
    line = before.count(b"\n") + 1
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
    sign = content[error.start : error.start + 1].decode("cp1252", "replace")
    message = f"Het teken '{sign}' is niet goed opgeslagen. Sla het bestand op met de codering UTF-8."
    return Problem(Span(shown, line, column, line, column + 1), message)


def _hidden_characters(text: str, shown: str) -> list[Problem]:
    offset = refused.hidden_at(text)
    if offset is None:
        return []
    return [Problem(refused.span_at(text, offset, shown), refused.HIDDEN_MESSAGE)]
