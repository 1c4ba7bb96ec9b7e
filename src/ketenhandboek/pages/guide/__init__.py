"""The Routewijzer: one page with a form, and beside it every answer that a choice can have."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from ketenhandboek.pages.guide.moments import moments
from ketenhandboek.pages.guide.pack import packed
from ketenhandboek.pages.guide.topics import WISHES
from ketenhandboek.pages.links import Links
from ketenhandboek.pages.page import Page
from ketenhandboek.pages.pen import render

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.space import Situation
    from ketenhandboek.pages.page import Book

FOLDER = "routewijzer"
PATH = f"{FOLDER}/index.md"
DATA = "antwoorden.json"
NOT_YET = ("", "Kies …")


def pages(book: Book) -> Iterator[Page]:
    """The page with the choices."""
    text = render("guide/page.md.jinja", PATH, book, data=DATA, fields=list(_fields(book.chain)))
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


def _fields(chain: Chain) -> Iterator[tuple[str, str, list[tuple[str, str]]]]:
    """Each choice: its name, its label and what may be chosen; what depends on other choices comes later."""
    names, space = chain.names, chain.space

    def named(kind: str, ids: Iterable[str]) -> list[tuple[str, str]]:
        return [(id_, names.of(kind, id_)) for id_ in ids]

    yield "werk", "Ik werk bij", [NOT_YET, *named("soort", kinds(chain))]
    yield "wens", "Ik wil", [(id_, wish.name) for id_, wish in WISHES.items()]
    yield "over", "Het gaat om", []
    yield "gemeente", "Gemeente", [NOT_YET, *named("gemeente", space.municipalities.names)]
    yield "thema", "Thema", named("thema", space.themes.names)
    yield "voor", "Voor wie", named("doelgroep", space.groups.names)
    yield "wanneer", "Wanneer", [("nu", "nu"), ("anders", "een ander moment")]


def _pairs(chain: Chain) -> Iterator[Situation]:
    """Theme and target group in the order in which the space counts them."""
    space = chain.space
    first = space.whole._replace(municipalities=1, atoms=1, periods=1)
    return space.situations(space.cells(first))
