"""Markdown to HTML by MkDocs, only for pages of which it is not kept what that gave."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from ketenhandboek.site.rendering.complaints import heard, quiet
from ketenhandboek.site.rendering.cutting import mark
from ketenhandboek.site.rendering.drawings import anchors_in, around_drawings
from ketenhandboek.site.rendering.extensions import Extensions
from ketenhandboek.site.rendering.pieces import renewed
from ketenhandboek.site.rendering.rendered import Rendered, address_of

if TYPE_CHECKING:
    from mkdocs.structure.files import File

    from ketenhandboek.store import Store


class Renderer:
    """Renders the pages of one build with the settings `values`.

    What MkDocs complains about is not kept, so that it complains again the next time.
    """

    def __init__(self, store: Store, values: Any) -> None:
        self._store = store
        self._extensions = Extensions(values)

    @property
    def knows(self) -> bool:
        """Whether it can be known what determines the outcome."""
        return bool(self._extensions.settings)

    def render(self, page: Page, config: Any, files: Files) -> None:
        """What MkDocs would do in `page.render`, if need be by that."""
        about = self._about(page.file)
        kept = self._kept(about, files)
        if kept and kept.source == mark(page.markdown or ""):
            kept.give(page, files)
        else:
            part = _renewed(kept, page, config, files) if kept and self._extensions.in_pieces else None
            self._keep(about, part or _fresh(page, config, files))

    def _about(self, file: File) -> str:
        return "\n".join((self._extensions.settings, file.src_uri, file.url))

    def _kept(self, about: str, files: Files) -> Rendered | None:
        """What the page gave the last time, if all its links still lead where they led."""
        with suppress(OSError, ValueError, TypeError):
            kept = Rendered.read(self._store.read(about))
            return kept if kept.fits(files) else None
        return None

    def _keep(self, about: str, rendered: Rendered | None) -> None:
        """Keep a page; a full disk costs time, not pages."""
        if rendered:
            with suppress(OSError):
                self._store.keep(about, rendered.text())


def _renewed(kept: Rendered, page: Page, config: Any, files: Files) -> Rendered | None:
    """Render what is new on a page, if its other pieces can stay; None otherwise, without a complaint."""
    whole = page.markdown or ""

    def render(markdown: str) -> Rendered | None:
        page.markdown = markdown
        with quiet():
            return _fresh(page, config, files)

    found = renewed(whole, kept, page.file.url, render)
    page.markdown = whole
    if found:
        found.give(page, files)
    return found


def _fresh(page: Page, config: Any, files: Files) -> Rendered | None:
    """Let MkDocs render the page; None when it complained, or where it is uncertain where links lead."""
    asked, whole = _Asked(files), page.markdown or ""

    def render(markdown: str) -> str:
        page.markdown = markdown
        Page.render(page, config, asked)
        return page.content or ""

    with heard() as complaints:
        page.content = around_drawings(whole, render)
    page.markdown = whole
    page.present_anchor_ids = anchors_in(page.content, whole, page.present_anchor_ids or ())
    targets = {path: address for path, address in asked.found.items() if address is not None}
    uncertain = complaints or len(targets) < len(asked.found) or page.links_to_anchors is None
    return None if uncertain else Rendered.of(page, targets)


class _Asked(Files):
    """Files that remember what is asked for while a page is rendered."""

    def __init__(self, files: Files) -> None:
        super().__init__(())
        self._known = files
        self.found: dict[str, str | None] = {}

    def get_file_from_path(self, path: str) -> File | None:
        """The file, if there is one."""
        file = self._known.get_file_from_path(path)
        self.found[path] = address_of(file)
        return file
