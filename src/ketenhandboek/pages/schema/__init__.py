"""The reference of all records and their keys, made from the schemas: a list, and a page for each kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.kinds.kind import catalogue
from ketenhandboek.pages.page import Page
from ketenhandboek.pages.pen import render
from ketenhandboek.pages.schema.keys import shared_part, tables

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.kinds.kind import Kind
    from ketenhandboek.pages.page import Book

INDEX = "handboek/gegevens.md"


def path_of(kind: Kind) -> str:
    """The path of the page about a kind of record."""
    return f"handboek/gegevens/{kind.name}.md"


def pages(book: Book) -> Iterator[Page]:
    """The region's own records first, then the national ones."""
    kinds = sorted(catalogue().values(), key=lambda kind: (kind.national, kind.name))
    view = {"kinds": kinds, "path_of": path_of, "shared": shared_part()}
    yield Page(INDEX, render("schema/index.md.jinja", INDEX, book, **view))
    for kind in kinds:
        path = path_of(kind)
        yield Page(
            path, render("schema/page.md.jinja", path, book, kind=kind, tables=tables(kind), index=INDEX)
        )
