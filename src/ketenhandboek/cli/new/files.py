"""Files that are written only where nothing else stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ketenhandboek.cli.stop import Stop

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def write_new(top: Path, files: Mapping[str, str]) -> None:
    """Write texts by their path below a folder. Stops, before anything is written, at a file that differs."""
    for name, text in files.items():
        path = top / name
        if path.is_symlink() or (path.exists() and path.read_bytes() != text.encode()):
            raise Stop(
                f"'{name}' bestaat al en is anders. Haal het weg of noem het anders, en probeer opnieuw."
            )
    for name, text in files.items():
        (top / name).parent.mkdir(parents=True, exist_ok=True)
        (top / name).write_text(text, "utf-8", newline="\n")
        click.echo(f"Gemaakt: {name}")
