"""Templates: what they can say, and that nothing from a record passes unescaped."""

from __future__ import annotations

import re
from functools import cache, partial
from typing import TYPE_CHECKING, Any

import jinja2

from ketenhandboek.pages import tools
from ketenhandboek.pages.drawing import picture
from ketenhandboek.pages.happened import happened
from ketenhandboek.pages.links import Links
from ketenhandboek.pages.markup import prose
from ketenhandboek.pages.notes import notes
from ketenhandboek.pages.phrases import Phrases
from ketenhandboek.wording import in_words

if TYPE_CHECKING:
    from ketenhandboek.pages.page import Book

PACKAGE = "ketenhandboek.pages"
_BLANKS = re.compile(r"\n\n\n+")


def render(template: str, here: str, book: Book, **view: Any) -> str:
    """Fill a template such as `partner/page.md.jinja` for the page at path `here`."""
    links = Links(book.chain, here)
    text = (
        _environment()
        .get_template(template)
        .render(
            chain=book.chain,
            names=book.chain.names,
            links=links,
            say=Phrases(book.chain, links),
            happened=happened(book, links, here),
            notes=partial(notes, book.chain.names),
            picture=partial(picture, book),
            today=in_words(book.chain.day),
            **view,
        )
    )
    lines = (line.rstrip(" \t") for line in text.split("\n"))
    return _BLANKS.sub("\n\n", "\n".join(lines)).strip() + "\n"


@cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader(PACKAGE, ""),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,
        finalize=tools.shown,
        auto_reload=False,
    )
    environment.globals.update({tool.__name__: tool for tool in (*tools.ALL, prose)})
    return environment
