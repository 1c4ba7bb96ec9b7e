"""Lets plain `mkdocs serve` and `mkdocs build` generate the handbook first, and watch the records."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from mkdocs.exceptions import PluginError

from ketenhandboek.chain.load import load_chain
from ketenhandboek.history.read import read_history
from ketenhandboek.site.build import DRAWINGS, PAST, RENDERED, kept_apart
from ketenhandboek.site.finish import finish
from ketenhandboek.site.generate import UnusableRecordsError, details, generate
from ketenhandboek.site.place import mark, safe_place
from ketenhandboek.site.practice import FOLDER, load_practice
from ketenhandboek.site.rendering.plugin import Rendering
from ketenhandboek.site.settings import Settings
from ketenhandboek.site.trouble import BuildError
from ketenhandboek.wording import refusal


def on_config(config: Any) -> Any:
    """Write the generated pages; the records stand in the folder `extra.keten.data`, else in `data`."""
    try:
        _generate(Settings(Path(config.config_file_path).parent, config, ()))
    except (BuildError, UnusableRecordsError) as error:
        raise PluginError(str(error)) from None
    except OSError as error:
        raise PluginError(refusal(error)) from None
    return config


def on_post_build(config: Any) -> None:
    """Complete the site, and mark it, so that a later build may replace it."""
    try:
        finish(Path(config.site_dir), config)
    except BuildError as error:
        raise PluginError(str(error)) from None
    mark(Path(config.site_dir))


def on_serve(server: Any, config: Any, builder: Any) -> Any:  # noqa: ARG001 - the names are MkDocs' own
    """Rebuild when a record changes."""
    home = Path(config.config_file_path).parent
    for folder in (_records(config), FOLDER):
        if (home / folder).is_dir():
            server.watch(str(home / folder))
    return server


def _generate(settings: Settings) -> None:
    home, shown = settings.home, _records(settings.values)
    # MkDocs empties this folder before it builds.
    safe_place(Path(settings.values.site_dir), home, kept_apart(home / shown, settings))
    chain = load_chain(home / shown, date.today(), shown=shown)
    history = read_history(home / shown, home / PAST)
    generate(chain, settings.pages, home / DRAWINGS, load_practice(home, date.today()), history)
    settings.values.extra["keten"].update(details(chain))
    settings.values.plugins["keten"] = Rendering(home / RENDERED, settings.values)


def _records(config: Any) -> str:
    return str(config.extra.setdefault("keten", {}).get("data", "data"))
