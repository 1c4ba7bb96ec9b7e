"""What rendering gives to a page, as a value that can be kept."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from mkdocs.structure.files import InclusionLevel
from mkdocs.structure.toc import get_toc

from ketenhandboek.site.rendering.cutting import cut, mark

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs.structure.files import File, Files
    from mkdocs.structure.pages import Page
    from mkdocs.structure.toc import AnchorLink

_EXCLUDED = (InclusionLevel.EXCLUDED, InclusionLevel.DRAFT)


@dataclass(frozen=True, slots=True)
class Rendered:
    """The HTML of a page with its title, contents and anchors, and what it links to.

    `targets` has the address of each linked file by its path, `linked` the anchors in those files. `source`
    is the mark of its Markdown, and `pieces` has the marks of its pieces.
    """

    html: str
    title: str | None
    toc: list[dict[str, Any]]
    anchors: list[str]
    targets: dict[str, str]
    linked: dict[str, dict[str, str]]
    source: str
    pieces: list[str]

    @classmethod
    def nothing(cls) -> Rendered:
        """Of no text."""
        return cls("", None, [], [], {}, {}, "", [])

    @classmethod
    def of(cls, page: Page, targets: dict[str, str]) -> Rendered:
        """From a page that MkDocs rendered."""
        markdown = page.markdown or ""
        return cls(
            page.content or "",
            page._title_from_render,
            tokens(page.toc),
            sorted(page.present_anchor_ids or ()),
            targets,
            {file.src_uri: links for file, links in (page.links_to_anchors or {}).items()},
            mark(markdown),
            [mark(piece) for piece in cut(markdown)],
        )

    @classmethod
    def read(cls, text: str) -> Rendered:
        """From what `text` gave; raises ValueError or TypeError for anything else."""
        return cls(**json.loads(text))

    def text(self) -> str:
        """As JSON."""
        return json.dumps(asdict(self), ensure_ascii=False)

    def fits(self, files: Files) -> bool:
        """Whether every link still leads where it led."""
        return all(address_of(files.src_uris.get(path)) == url for path, url in self.targets.items())

    def give(self, page: Page, files: Files) -> None:
        """Put everything where MkDocs puts it when it renders the page."""
        page.content = self.html
        page.toc = get_toc(self.toc)  # type: ignore[arg-type]
        page._title_from_render = self.title
        page.present_anchor_ids = set(self.anchors)
        page.links_to_anchors = {
            file: links for path, links in self.linked.items() if (file := files.src_uris.get(path))
        }


def address_of(file: File | None) -> str | None:
    """The address of a file in the site; None for a file to which MkDocs lets no link pass without a word."""
    return None if file is None or file.inclusion in _EXCLUDED else file.url


def tokens(toc: Iterable[AnchorLink]) -> list[dict[str, Any]]:
    """A table of contents as the values that it was made from."""
    return [
        {"level": item.level, "id": item.id, "name": item.title, "children": tokens(item.children)}
        for item in toc
    ]
