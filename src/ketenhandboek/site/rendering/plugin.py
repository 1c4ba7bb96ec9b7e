"""A plugin for MkDocs that spares it work."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from mkdocs.commands.build import get_context
from mkdocs.structure.pages import Page

from ketenhandboek.site.rendering.bundle import bundle
from ketenhandboek.site.rendering.compiled import COMPILED
from ketenhandboek.site.rendering.frames import ends_on, keep_frames
from ketenhandboek.site.rendering.renderer import Renderer
from ketenhandboek.site.rendering.shown import hide_hidden
from ketenhandboek.site.search.sections import SEARCH, take_in, use_sections
from ketenhandboek.store import Store
from ketenhandboek.twin import Twin

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from mkdocs.structure.files import File, Files


_FEWEST = 20
"""Fewer pages are sooner made than a second process."""


class Rendering:
    """Takes part in one build with the settings `values`: makes only what is not kept in `folder`.

    A twin makes it too, from the last page on: the texts of the pages, then their frames.
    """

    def __init__(self, folder: Path, values: Any) -> None:
        self._texts = Store(folder / "inhoud", ".json")
        self._frames = Store(folder / "geheel", ".html")
        self._sections = Store(folder / "zoeken", ".json")
        self._renderer = Renderer(self._texts, values)
        self._nav: Any = None
        self._pages = 0
        self._twin = Twin(())

    def on_pre_build(self, *, config: Any) -> None:
        """Make the theme's search faster, and the list of its files."""
        hide_hidden(config.theme)
        use_sections(config.plugins, self._sections)

    def on_files(self, files: Files, *, config: Any) -> Files:
        """Bring the theme's own styles and scripts together."""
        bundle(config, files)
        return files

    def on_nav(self, nav: Any, *, config: Any, files: Files) -> None:
        """Remember the menu, which stands in every frame, and the number of pages; begin with their texts."""
        pages = files.documentation_pages()
        self._nav, self._pages = nav, len(pages)
        if self._renderer.knows:
            self._twin = Twin([partial(self._text, file, config, files) for file in pages], _FEWEST)

    def on_pre_page(self, page: Page, *, config: Any, files: Files) -> Page:  # noqa: ARG002 - as MkDocs calls it
        """Prepare a page: MkDocs has no event around rendering, so each page gets a way of its own."""
        if self._renderer.knows:
            page.render = partial(self._renderer.render, page)  # type: ignore[method-assign]
        return page

    def on_env(self, env: Any, *, config: Any, files: Files) -> None:
        """Prepare the templates, now that all pages are rendered, and begin with the frames."""
        self._twin.stop()
        env.bytecode_cache = COMPILED
        if keep_frames(env, self._frames, config, self._nav):
            pages = files.documentation_pages()
            self._twin = Twin([partial(self._frame, file, config, pages, env) for file in pages], _FEWEST)

    def on_page_context(self, context: Any, *, page: Page, config: Any, nav: Any) -> Any:  # noqa: ARG002 - as MkDocs calls it
        """Tell the templates which agreements on this page end, and when."""
        return context | {"ends": ends_on(page, config.extra)}

    def on_post_build(self, *, config: Any) -> None:  # noqa: ARG002 - as MkDocs calls it
        """Let go of what was used longest ago."""
        self._twin.stop()
        for store in (self._texts, self._frames, self._sections):
            store.prune(self._pages)

    def on_build_error(self, error: Exception) -> None:  # noqa: ARG002 - as MkDocs calls it
        """A build that breaks off needs nothing more."""
        self._twin.stop()

    def _text(self, file: File, config: Any, files: Files) -> None:
        page = file.page or Page(None, file, config)
        page.read_source(config)
        self._renderer.render(page, config, files)

    def _frame(self, file: File, config: Any, pages: Sequence[File], env: Any) -> None:
        """All that a page costs after its text: its words for the search, and its frame."""
        page = file.page
        if page is None:
            return
        if SEARCH in config.plugins:
            take_in(config.plugins[SEARCH], {}, page=page, config=config, nav=self._nav)
        page.active = True
        try:
            context = get_context(self._nav, pages, config, page)
            template = env.get_template(page.meta.get("template", "main.html"))
            template.render(self.on_page_context(context, page=page, config=config, nav=self._nav))
        finally:
            page.active = False
