"""Every page of the handbook, found by looking into the folders beside this file."""

from __future__ import annotations

import importlib
import pkgutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.pages.page import Book, Page


def every_page(book: Book) -> Iterator[Page]:
    """All pages, folder by folder in alphabetical order."""
    package = importlib.import_module("ketenhandboek.pages")
    for module in pkgutil.iter_modules(package.__path__):
        if module.ispkg:
            yield from importlib.import_module(f"{package.__name__}.{module.name}").pages(book)
