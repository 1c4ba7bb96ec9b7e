"""What several subcommands ask for, and what they do with the answer."""

from __future__ import annotations

import os
from datetime import date
from typing import TYPE_CHECKING

import click

from ketenhandboek.cli.stop import Stop

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


class ReferenceDate(click.ParamType[date]):
    """A date as `2026-11-22`."""

    name = "datum"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The date, or a usage error that says how to write one."""
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"'{value}' is geen datum. Schrijf jaar-maand-dag, zoals 2026-11-22.", param, ctx)


class Address(click.ParamType[str]):
    """An address on the web that can stand in Markdown as it is; empty is none."""

    name = "adres"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The address, or a usage error that says how to write one."""
        import re

        text = str(value)
        if text and not re.fullmatch(r"https?://[\w.~:/?#@!$&*+,;=%-]+", text, re.ASCII):
            self.fail(f"'{text}' is geen adres. Schrijf https:// en zet %20 voor een spatie.", param, ctx)
        return text


reference_date = click.option(
    "--peildatum", type=ReferenceDate(), help="Dag waarop alles wordt beoordeeld; standaard vandaag."
)


def existing_folder(name: str) -> Path:
    """The folder with the records of a region. Stops when it is none, and says which one may be meant.

    Raises OSError when part of it can't be opened.
    """
    from pathlib import Path

    from ketenhandboek.cli.regions import REGION, no_region
    from ketenhandboek.source.folders import require_open

    folder = Path(name)
    if not name.strip() or not (folder / REGION).is_file():
        raise Stop(no_region(name, folder))
    require_open(folder)
    return folder


def existing_folders(names: Iterable[str]) -> list[Path]:
    """As `existing_folder` for several names; a folder that is named twice counts once."""
    found: dict[Path, Path] = {}
    for folder in map(existing_folder, names):
        found.setdefault(folder.resolve(), folder)
    return list(found.values())


def name_of(folder: Path) -> str:
    """What messages call a folder: its path from here, or its whole path when it stands elsewhere."""
    from pathlib import Path

    whole = Path(os.path.abspath(folder))  # noqa: PTH100 - a link stays what the user typed
    if not whole.is_relative_to(Path.cwd()):
        return whole.as_posix()
    inside = whole.relative_to(Path.cwd()).as_posix()
    return "" if inside == "." else inside


def known_rules(codes: tuple[str, ...]) -> tuple[str, ...]:
    """The codes in capitals. Stops at one that no rule has."""
    from ketenhandboek.rules.catalogue import catalogue
    from ketenhandboek.wording import did_you_mean

    for code in codes:
        if code.upper() not in catalogue():
            raise Stop(f"Er is geen regel '{code}'.{did_you_mean(code.upper(), catalogue())}")
    return tuple(code.upper() for code in codes)
