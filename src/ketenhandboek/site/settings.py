"""The settings of a site: those of the region, else those that come with the program."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from ketenhandboek.site.mkdocs import complaints
from ketenhandboek.site.trouble import BuildError
from ketenhandboek.source.syntax import syntax_problem

NAME = "mkdocs.yml"
_HERE = Path(__file__).parent
# Packed beside this module; in a clone of the project they stand in its root.
_SHIPPED = (_HERE / "standaard" / NAME, _HERE.parents[2] / NAME)
# MkDocs wants a place apart from the pages, before we know where the site is built.
_NO_SITE = ".keten/site"


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings as MkDocs read them, with its warnings in Dutch; `home` holds what belongs to the site."""

    home: Path
    values: Any
    warnings: tuple[str, ...]

    @property
    def pages(self) -> Path:
        """The folder with hand-written pages."""
        return Path(self.values.docs_dir)

    @property
    def theme(self) -> Path | None:
        """The folder with templates and styles of the site's own, if any."""
        folder = self.values.theme.custom_dir
        return Path(folder) if folder else None


def find_settings(records: Path) -> Path | None:
    """The file in the folder where we are, else the nearest above the records; None when there is none."""
    places = (Path(), *records.resolve().parents)
    return next((place / NAME for place in places if (place / NAME).is_file()), None)


def read_settings(config: Path | None) -> Settings:
    """Read a file with settings, without its hooks; None gives the settings that come with the program.

    Raises BuildError for what MkDocs can't use, and OSError.
    """
    from mkdocs.config import load_config

    file = config or next(path for path in _SHIPPED if path.is_file())
    _require_form(file)
    with complaints() as said:
        values = load_config(str(file), hooks=[], site_dir=_NO_SITE, **({} if config else _own_theme(file)))
    return Settings(file.parent if config else Path(), values, tuple(said.warnings))


def _own_theme(file: Path) -> dict[str, Any]:
    """The theme of the settings, found beside this module wherever the settings are packed."""
    written = yaml.safe_load(file.read_text("utf-8"))
    return {"theme": {**written["theme"], "custom_dir": str(_HERE / "theme")}}


def _require_form(config: Path) -> None:
    """Say what is wrong with the file itself as we say it about records, with the line."""
    if not config.is_file():
        raise BuildError(f"Het bestand '{config}' ontbreekt. Daarin horen de instellingen van de site.")
    try:
        text = config.read_text("utf-8-sig")
        root = yaml.compose(text, Loader=yaml.CSafeLoader)
    except UnicodeDecodeError:
        raise BuildError(f"Het bestand '{config}' is geen UTF-8. Sla het op met die codering.") from None
    except yaml.YAMLError as error:
        problem = syntax_problem(error, text, str(config))
        raise BuildError(f"{config}, regel {problem.span.line}: {problem.message}") from None
    if not isinstance(root, yaml.MappingNode):
        raise BuildError(f"In '{config}' staan geen instellingen. Begin met site_name: en een naam.")
