"""Lets plain `mkdocs serve` and `mkdocs build` generate the handbook first, and watch the records."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from mkdocs.exceptions import PluginError

from ketenhandboek.chain.load import load_chain
from ketenhandboek.site.generate import UnusableRecordsError, details, generate
from ketenhandboek.site.practice import FOLDER, load_practice


def on_config(config: Any) -> Any:
    """Write the generated pages; the records stand in the folder `extra.keten.data`, else in `data`."""
    home = Path(config.config_file_path).parent
    settings = config.extra.setdefault("keten", {})
    folder = home / settings.get("data", "data")
    chain = load_chain(folder, date.today(), shown=folder.relative_to(home).as_posix())
    practice = load_practice(home, date.today())
    try:
        generate(chain, Path(config.docs_dir), home / ".keten" / "tekeningen", practice)
    except UnusableRecordsError as error:
        raise PluginError(str(error)) from None
    settings.update(details(chain))
    return config


def on_serve(server: Any, config: Any, builder: Any) -> Any:  # noqa: ARG001 - the names are MkDocs' own
    """Rebuild when a record changes."""
    home = Path(config.config_file_path).parent
    for folder in (config.extra["keten"].get("data", "data"), FOLDER):
        if (home / folder).is_dir():
            server.watch(str(home / folder))
    return server
