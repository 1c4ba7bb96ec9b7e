"""Lets plain `mkdocs serve` and `mkdocs build` generate the handbook first, and watch the records."""

from __future__ import annotations

import gc
from datetime import date
from functools import lru_cache, partial
from pathlib import Path
from threading import Timer
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import PluginError
from watchdog.observers.polling import PollingObserver

from ketenhandboek.chain.load import load_chain
from ketenhandboek.history.read import read_history
from ketenhandboek.site.build import DRAWINGS, PAST, RENDERED, kept_apart, named_from
from ketenhandboek.site.finish import complete, introduce
from ketenhandboek.site.generate import OWNED, UnusableRecordsError, details, generate
from ketenhandboek.site.place import mark, safe_place
from ketenhandboek.site.practice import FOLDER, load_practice
from ketenhandboek.site.rendering.plugin import Rendering
from ketenhandboek.site.settings import Settings
from ketenhandboek.site.trouble import BuildError
from ketenhandboek.twin import Twin, aside
from ketenhandboek.wording import refusal

if TYPE_CHECKING:
    from collections.abc import Callable

    from ketenhandboek.pages.page import Practice

_GLANCE_SECONDS = 0.1
_DELAY_SECONDS = 0.02
"""MkDocs looks each half second, and then waits twice as long: a sixth of what an edit takes to be shown."""
_QUIET_SECONDS = 2.0


class _Preview:
    """What lasts from one build of `mkdocs serve` to the next, as this module does."""

    def __init__(self) -> None:
        self.serves = False
        self._rest = Twin(())
        self._broom = Timer(0, gc.collect)

    def begin(self) -> None:
        """Somebody waits now."""
        self._broom.cancel()

    def leave(self) -> None:
        """Leave the rest of an earlier build, as its site is no longer there."""
        self._rest.stop()

    def end(self, rest: Callable[[], None]) -> None:
        """Do the rest while the pages are served, and look for garbage when nobody waits."""
        self._rest = aside(rest)
        self._broom = Timer(_QUIET_SECONDS, gc.collect)
        self._broom.daemon = True
        self._broom.start()


_PREVIEW = _Preview()


def on_startup(command: str, dirty: bool) -> None:  # noqa: ARG001 - the names are MkDocs' own
    """Remember whether somebody waits to see the pages."""
    _PREVIEW.serves = command == "serve"


def on_config(config: Any) -> Any:
    """Write the generated pages; the records stand in the folder `extra.keten.data`, else in `data`."""
    _PREVIEW.begin()
    # Records and pages live until the end of a build.
    gc.disable()
    try:
        _generate(Settings(Path(config.config_file_path).parent, config, ()))
    except (BuildError, UnusableRecordsError) as error:
        raise PluginError(str(error)) from None
    except OSError as error:
        raise PluginError(refusal(error)) from None
    return config


def on_pre_build(config: Any) -> None:  # noqa: ARG001 - the names are MkDocs' own
    """MkDocs now empties the folder of the site."""
    _PREVIEW.leave()


def on_post_build(config: Any) -> None:
    """Complete the site, while its pages are served, and mark it, so that a later build may replace it."""
    site = Path(config.site_dir)
    try:
        introduce(site, config)
    except BuildError as error:
        raise PluginError(str(error)) from None
    if _PREVIEW.serves:
        _PREVIEW.end(partial(complete, site, config))
    else:
        complete(site, config)
    mark(site)


def on_shutdown() -> None:
    """End with MkDocs."""
    _PREVIEW.leave()


def on_serve(server: Any, config: Any, builder: Any) -> Any:  # noqa: ARG001 - the names are MkDocs' own
    """Rebuild when a record or a hand-written page changes; generated pages change in the build itself."""
    home, docs = Path(config.config_file_path).parent, Path(config.docs_dir)
    _look_often(server)
    server.unwatch(str(docs))
    server.watch(str(docs), recursive=False)
    written = (path for path in docs.iterdir() if path.name not in OWNED)
    for folder in (*written, home / _records(config), home / FOLDER):
        if folder.is_dir():
            server.watch(str(folder))
    return server


def _look_often(server: Any) -> None:
    """Give the server another observer of the same paths, as an observer can't change how often it looks."""
    server.build_delay = _DELAY_SECONDS
    watched = tuple(server._watched_paths)
    for path in watched:
        server.unwatch(path)
    server.observer = PollingObserver(timeout=_GLANCE_SECONDS)
    for path in watched:
        server.watch(path)


def _generate(settings: Settings) -> None:
    home = settings.home
    folder = home / _records(settings.values)
    # MkDocs empties this folder before it builds.
    safe_place(Path(settings.values.site_dir), home, kept_apart(folder, settings))
    chain = load_chain(folder, date.today(), shown=named_from(home, folder))
    history = read_history(folder, home / PAST)
    practice = _practice(home, date.today(), _state(home / FOLDER))
    generate(chain, settings.pages, home / DRAWINGS, practice, history)
    settings.values.extra["keten"].update(details(chain))
    settings.values.plugins["keten"] = Rendering(home / RENDERED, settings.values)


@lru_cache(maxsize=1)
def _practice(home: Path, today: date, _: tuple[tuple[Path, int], ...]) -> tuple[Practice, ...]:
    """The chains from practice, read again only on another day or in another state of their files."""
    return load_practice(home, today)


def _state(folder: Path) -> tuple[tuple[Path, int], ...]:
    """Every file in a folder, and when it last changed."""
    return tuple((path, path.stat().st_mtime_ns) for path in sorted(folder.rglob("*")) if path.is_file())


def _records(config: Any) -> str:
    return str(config.extra.setdefault("keten", {}).get("data", "data"))
