"""Every page of the handbook, found by looking into the folders beside this file."""

from __future__ import annotations

import importlib
import pkgutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ketenhandboek.pages.page import Book, Page

    Family = Callable[[Book], Iterator[Page]]
    """Makes the pages of one folder."""


def every_page(book: Book) -> Iterator[Page]:
    """All pages, family by family."""
    for family in families():
        yield from family(book)


def families() -> list[Family]:
    """The families of pages, folder by folder in alphabetical order."""
    package = importlib.import_module("ketenhandboek.pages")
    folders = (module.name for module in pkgutil.iter_modules(package.__path__) if module.ispkg)
    return [importlib.import_module(f"{package.__name__}.{name}").pages for name in folders]
