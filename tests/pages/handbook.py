"""Whole handbooks as Markdown, without pictures: those have their own tests."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING

from ketenhandboek.graphs.pictures import Failure
from ketenhandboek.pages.every import every_page
from ketenhandboek.pages.page import Book
from ketenhandboek.rules.check import check
from ketenhandboek.rules.example import clean_chain, example_chain
from ketenhandboek.rules.rule import Example

if TYPE_CHECKING:
    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.graphs.view import View


def chain_of(day: str = "", **texts: str) -> Chain:
    """The example region with these files over it: `partners="partners: …"`, `afspraken__x="titel: …"`."""
    chain = example_chain(Example.of("", day, **texts))
    assert not chain.records.misfits, chain.records.misfits
    return chain


def pages_of(chain: Chain) -> dict[str, str]:
    """Every page by its path."""
    book = Book(chain, cache(partial(check, chain)), _undrawn)
    return {page.path: page.text for page in every_page(book)}


@cache
def example_pages() -> dict[str, str]:
    """The handbook of the example region."""
    return pages_of(clean_chain())


def _undrawn(view: View) -> Failure:
    return Failure("missing", view.title)
