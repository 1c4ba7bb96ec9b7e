"""Records with other ids: the texts of their files with every name replaced, read anew."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import yaml

from ketenhandboek.chain.index import kind_named
from ketenhandboek.chain.load import combine, read_texts
from ketenhandboek.chain.records import REGIONAL

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ketenhandboek.chain.index import Name
    from ketenhandboek.chain.records import Entry, Records
    from ketenhandboek.kinds.references import Use

_RECORD = "record"


def retold_records(records: Records, renames: Mapping[Name, str]) -> Records:
    """The same records under other ids; files that could not be read or do not fit stay what they were."""
    entries = [entry for entry in records.entries if entry.layer == REGIONAL]
    documents = {entry.place.document.file: entry.place.document for entry in entries}
    files = {entry.place.document.file: _file(entry, renames) for entry in entries}
    edits: dict[str, dict[tuple[int, int], tuple[int, str]]] = defaultdict(dict)
    for entry in entries:
        for node, text in _replaced(entry, records, renames):
            start = node.start_mark
            edits[entry.place.document.file][start.line, start.column] = (node.end_mark.column, text)
    told = {files[file]: _edited(document.text, edits[file]) for file, document in documents.items()}
    found = combine(read_texts(told))
    return replace(
        found,
        unreadable=records.unreadable,
        misfits=records.misfits,
        lost=records.lost,
        texts=records.texts,
    )


def _file(entry: Entry, renames: Mapping[Name, str]) -> str:
    path = PurePosixPath(entry.place.document.file)
    id_ = renames.get((entry.kind.name, entry.id), entry.id)
    return str(path) if entry.kind.collection or "id" in entry.data else str(path.with_stem(id_))


def _replaced(
    entry: Entry, records: Records, renames: Mapping[Name, str]
) -> Iterator[tuple[yaml.ScalarNode, str]]:
    """Each place in a record where another name comes, with that name."""
    named = [(name.place, renames.get((name.kind, name.id), name.id)) for name in entry.names.declared]
    named += ((use.place, _renamed(use, records, renames)) for use in entry.names.used)
    for place, text in named:
        node = place.node
        if isinstance(node, yaml.ScalarNode) and text != node.value:
            quote = node.style if node.style in ("'", '"') else ""
            yield node, f"{quote}{text}{quote}"


def _renamed(use: Use, records: Records, renames: Mapping[Name, str]) -> str:
    first, slash, rest = use.text.partition("/")
    if _RECORD in use.said.targets:
        return f"{first}/{renames.get((first, rest), rest)}"
    kind = kind_named(use, records.index.declared)
    return f"{renames.get((kind, first), first)}{slash}{rest}" if kind else use.text


def _edited(text: str, edits: Mapping[tuple[int, int], tuple[int, str]]) -> str:
    """A text with pieces of lines replaced, each by its line and first column, up to its last column."""
    lines = text.splitlines(keepends=True)
    for (line, start), (end, new) in sorted(edits.items(), reverse=True):
        lines[line] = lines[line][:start] + new + lines[line][end:]
    return "".join(lines)
