"""The frame around each page, filled once for the same page and the same site."""

from __future__ import annotations

import json
import re
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jinja2

from ketenhandboek.site.rendering.rendered import tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mkdocs.structure.pages import Page

    from ketenhandboek.store import Store

OUR_THEME = Path(__file__).parents[1] / "theme"
_MADE_BY = ("jinja2", "mkdocs", "mkdocs-material")
_PLACES = {"config_file_path", "docs_dir", "site_dir", "hooks", "plugins", "theme", "watch"}
_TEXT = "partials/text.html"
_PLACE = "<kh-text></kh-text>"
_LINKED = re.compile(r'href="(?:[^"#]*/)?([a-z0-9-]+)/["#?]')


def keep_frames(env: jinja2.Environment, store: Store, config: Any, nav: Any) -> bool:
    """Let the templates of a build take filled frames from the store; returns whether they do.

    Only with the theme of this program: of its templates it is known what they look at.
    """
    ours = _templates(OUR_THEME)
    known_theme = config.theme.custom_dir and _templates(Path(config.theme.custom_dir)) == ours
    if known_theme:
        site = [
            {key: value for key, value in config.items() if key not in {*_PLACES, "extra"}},
            _shown_everywhere(config.extra),
            dict(config.theme),
            [*config.plugins],
            _outline(nav.items),
            [version(name) for name in _MADE_BY],
            ours,
        ]
        told = json.dumps(site, default=_plain, sort_keys=True)
        env.extend(frames=store, site=sha256(told.encode()).hexdigest())
        env.template_class = _Frame
    return bool(known_theme)


def ends_on(page: Page, extra: Mapping[str, Any]) -> dict[str, Any]:
    """The ends of the agreements that a page links to, its own apart: all that a frame shows of them."""
    ends = extra.get("keten", {}).get("eindes", {})
    linked = {*_LINKED.findall(page.content or "")}
    return {
        id_: end for id_, end in ends.items() if id_ in linked and page.url != f"handboek/afspraken/{id_}/"
    }


def _shown_everywhere(extra: Mapping[str, Any]) -> dict[str, Any]:
    keten = {key: value for key, value in extra.get("keten", {}).items() if key != "eindes"}
    return {**extra, "keten": keten}


def _templates(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*.html")}


class _Frame(jinja2.Template):
    """A template that looks first whether it was filled before."""

    def render(self, *args: Any, **given: Any) -> str:
        """The frame with the page of this context in it; without a page nothing is kept."""
        context = dict(*args, **given)
        page = context.get("page")
        if page is None:
            return super().render(context)
        head, text = _parted(page)
        env: Any = self.environment
        source = f"{env.site}\n{self.name}\n{_told(page)}\n{head}\n{json.dumps(context.get('ends'))}"
        frame = env.frames.made(source, lambda: self._around(head, context))
        return str(frame.replace(_PLACE, env.get_template(_TEXT).render(text=text), 1) if text else frame)

    def _around(self, head: str, context: dict[str, Any]) -> str:
        page = context["page"]
        whole, page.content = page.content, head
        try:
            return super().render(context)
        finally:
            page.content = whole


def _parted(page: Page) -> tuple[str, str]:
    """What the templates get of the text of a page, and what comes in its place: all below the title.

    They get it whole where they look for more in it than a title.
    """
    whole = page.content or ""
    head, end, text = whole.partition("</h1>")
    if page.is_homepage or not text or end in text:
        return whole, ""
    return f"{head}{end}{_PLACE}", text


def _told(page: Page) -> str:
    """All of a page that a template can show, its text apart."""
    near = [other and other.url for other in (page.previous_page, page.next_page)]
    about = [page.url, page.file.src_uri, page.title, page.canonical_url, page.edit_url, near]
    return json.dumps([*about, page.meta, tokens(page.toc)], default=_plain)


def _outline(items: Iterable[Any]) -> list[Any]:
    return [[item.title, getattr(item, "url", ""), _outline(item.children or ())] for item in items]


def _plain(value: object) -> object:
    return sorted(map(str, value)) if isinstance(value, set | frozenset) else str(value)
