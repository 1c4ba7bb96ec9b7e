"""The Routewijzer: one page with a form, and beside it every answer that a choice can have."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from ketenhandboek.chain.space import Situation
from ketenhandboek.pages.guide.moments import moments
from ketenhandboek.pages.guide.pack import packed
from ketenhandboek.pages.guide.topics import WISHES
from ketenhandboek.pages.links import Links
from ketenhandboek.pages.page import Page
from ketenhandboek.pages.pen import render

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.pages.page import Book

FOLDER = "routewijzer"
PATH = f"{FOLDER}/index.md"
DATA = "antwoorden.json"


def pages(book: Book) -> Iterator[Page]:
    """The page; it stays the same whatever the agreements say."""
    chain = book.chain
    text = render(
        "guide/page.md.jinja",
        PATH,
        book,
        data=DATA,
        kinds=kinds(chain),
        wishes={id_: name for id_, (name, _) in WISHES.items()},
        space=chain.space,
    )
    yield Page(PATH, text)


def answers_file(chain: Chain) -> dict[str, str]:
    """The path of the file with all answers, and its text."""
    value = {
        **moments(chain),
        "municipalities": chain.space.municipalities.names,
        "themes": chain.space.themes.names,
        "groups": chain.space.groups.names,
        "pairs": [(found.theme, found.group) for found in _pairs(chain)],
        **packed(chain, Links(chain, PATH), kinds(chain)),
    }
    return {f"{FOLDER}/{DATA}": json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"}


def kinds(chain: Chain) -> list[str]:
    """The kinds of partner in the region at any time up to the horizon, by name."""
    days = (chain.at(start).binding for start in chain.change_points)
    found = {partner.kind for binding in days for partner in binding.partners.values()}
    return sorted(found, key=lambda kind: (chain.names.of("soort", kind).casefold(), kind))


def _pairs(chain: Chain) -> Iterator[Situation]:
    """Theme and target group in the order in which the space counts them."""
    space = chain.space
    first = space.whole._replace(municipalities=1, atoms=1, periods=1)
    return space.situations(space.cells(first))
