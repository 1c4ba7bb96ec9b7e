"""Where each record has its page, and links from one page to another."""

from __future__ import annotations

import posixpath
from functools import lru_cache
from typing import TYPE_CHECKING

from ketenhandboek.chain.records import REGIONAL
from ketenhandboek.pages.markup import Markup, plain
from ketenhandboek.pages.tools import shown
from ketenhandboek.values import Ref, Unknown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.elaboration import Line
    from ketenhandboek.kinds.agreement.lines import Cited

HANDBOOK = "handboek"
_OWN_PAGE = {
    "partner": "partners",
    "afspraak": "afspraken",
    "gemeente": "gemeenten",
    "escalatieroute": "escalatie",
    "overleg": "overleggen",
    "casus": "casussen",
    "taak": "taken",
    "fase": "fasen",
    "thema": "themas",
}
_ON_A_PAGE = {
    "soort": "partners/index.md",
    "gebied": "gemeenten/index.md",
    "begrip": "begrippen.md",
    "mandaat": "mandaten.md",
    "grondslag": "bronnen-en-normen.md",
    "norm": "bronnen-en-normen.md",
    "bevoegdheid": "bronnen-en-normen.md",
}


def page_of(kind: str, id_: str) -> str:
    """The path of the page about a record, with an anchor when it shares one; empty without a page."""
    if kind in _OWN_PAGE:
        return f"{HANDBOOK}/{_OWN_PAGE[kind]}/{id_}.md"
    if kind in _ON_A_PAGE:
        return f"{HANDBOOK}/{_ON_A_PAGE[kind]}#{kind}-{id_}"
    return ""


def record_at(path: str) -> tuple[str, str]:
    """The kind and id of the record that has the page at a path to itself; empty ones when none has."""
    folder, _, name = path.removeprefix(f"{HANDBOOK}/").partition("/")
    kind = next((kind for kind, own in _OWN_PAGE.items() if own == folder), "")
    return (kind, name.removesuffix(".md")) if kind else ("", "")


def is_named(chain: Chain, kind: str) -> bool:
    """Whether the region's own records name a kind of partner: only then a page tells about it."""
    return any(used.entry.layer == REGIONAL for used in chain.index.used_by("soort", kind))


@lru_cache(maxsize=1 << 16)
def _from(folder: str, path: str) -> str:
    return posixpath.relpath(path, folder)


class Links:
    """Links from one page; names that have no page stay text."""

    def __init__(self, chain: Chain, here: str) -> None:
        self._chain = chain
        self._here = here
        self._folder = posixpath.dirname(here)

    def address(self, target: str) -> str:
        """The relative address of a path in the docs folder, as Markdown wants it."""
        path, hash_, anchor = target.partition("#")
        return f"{_from(self._folder, path)}{hash_}{anchor}"

    def url(self, kind: str, id_: str) -> str:
        """The address of a record's page in raw HTML, which the site builder does not translate."""
        path, hash_, anchor = page_of(kind, id_).partition("#")
        if not path:
            return ""
        own = self._folder if self._here.endswith("index.md") else self._here.removesuffix(".md")
        folder = path.removesuffix("index.md") if path.endswith("index.md") else path.removesuffix(".md")
        return f"{_from(own, folder or '.')}/{hash_}{anchor}"

    def to_page(self, target: str, text: object) -> Markup:
        """A link to a path in the docs folder."""
        return Markup(f"[{plain(text)}]({self.address(target)})")

    def schema(self, name: str) -> Markup:
        """A link to a published schema."""
        return self.to_page(f"schema/{name}", name)

    def to(self, kind: str, id_: str | None, text: object = None) -> Markup:
        """A link to the page of a record, under its name; nothing for no id."""
        if id_ is None:
            return Markup("")
        name = plain(self._chain.names.of(kind, id_) if text is None else text)
        target = page_of(kind, id_)
        elsewhere = target not in ("", self._here) and self.is_known(kind, id_)
        return self.to_page(target, name) if elsewhere else name

    def is_known(self, kind: str, id_: str) -> bool:
        """Whether the chain knows a record, so that the page about it is there."""
        return is_named(self._chain, id_) if kind == "soort" else self._chain.index.knows(kind, id_)

    def leads_here(self, kind: str, id_: str) -> bool:
        """Whether this page is the one about a record."""
        return page_of(kind, id_) == self._here

    def to_part(self, kind: str, id_: str, anchor: str) -> Markup:
        """A link to a heading on the page of a record, under the record's name."""
        return self.to_page(f"{page_of(kind, id_)}#{anchor}", self._chain.names.of(kind, id_))

    def all(self, kind: str, ids: Iterable[str]) -> list[Markup]:
        """Links to several records of a kind."""
        return [self.to(kind, id_) for id_ in ids]

    def norms(self, cited: Iterable[Cited]) -> list[Markup]:
        """Links to the norms on which something rests."""
        return self.all("norm", (item.norm for item in cited))

    def any(self, kinds: Iterable[str], id_: str) -> Markup:
        """A link to whichever of these kinds declares the name."""
        known = next((kind for kind in kinds if self._chain.index.knows(kind, id_)), "")
        return self.to(known, id_)

    def record(self, key: str) -> Markup:
        """A link to the page of a record that is named as `<kind>/<id>`; nothing without a page."""
        kind, _, id_ = key.partition("/")
        return self.to(kind, id_) if page_of(kind, id_) else Markup("")

    def line(self, line: Line, text: object = None) -> Markup:
        """A link to the line of an agreement that settles a task, under the task's name or another text."""
        shown_text = self._chain.names.of("taak", line.own.task) if text is None else text
        return self.to_page(f"{page_of('afspraak', line.agreement.id)}#{line.own.id}", shown_text)

    def party(self, ref: Ref | Unknown | str | None) -> Markup:
        """A partner, kind or meeting, with its function after it: `Veilig Thuis, teammanager`."""
        if ref is None or isinstance(ref, Unknown):
            return shown(ref)
        ref = Ref.parse(ref) if isinstance(ref, str) else ref
        name = self.any(("partner", "soort", "overleg"), ref.name)
        return Markup(f"{name}, {plain(self._chain.names.function(ref))}") if ref.function else name

    def parties(self, refs: Iterable[Ref | str]) -> list[Markup]:
        """Several parties."""
        return [self.party(ref) for ref in refs]
