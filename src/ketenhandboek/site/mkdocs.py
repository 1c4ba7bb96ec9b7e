"""MkDocs behind one door: its build, and its complaints in Dutch."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from ketenhandboek.site.mkdocs_words import in_dutch, is_fault
from ketenhandboek.site.trouble import BuildError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


def run(values: Any, pages: Path, site: Path, kept: Path, shown: Mapping[str, Any]) -> tuple[str, ...]:
    """Build the pages into the folder `site`, with `values`, the settings as MkDocs read them.

    The folder `kept` keeps rendered pages between builds; `shown` reaches the templates as
    `config.extra.keten`. Returns what MkDocs warned of, in Dutch.
    Raises BuildError for what keeps it from a good site, and OSError.
    """
    from mkdocs.commands.build import build

    from ketenhandboek.site.rendering.plugin import Rendering

    values.docs_dir, values.site_dir = str(pages.resolve()), str(site.resolve())
    values.extra["keten"] = {**values.extra.get("keten", {}), **shown}
    values.plugins["keten"] = Rendering(kept, values)
    with complaints() as said:
        build(values)
    return tuple(said.warnings)


class Heard(logging.Handler):
    """Keeps what MkDocs says, in Dutch: what it warns of, and the faults that no good site can have."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.warnings: list[str] = []
        self._faults: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one complaint."""
        said = record.getMessage()
        fault = record.levelno >= logging.ERROR or is_fault(said)
        (self._faults if fault else self.warnings).append(in_dutch(said))

    def refuse_faults(self) -> None:
        """Raise BuildError for the first fault."""
        if self._faults:
            raise BuildError(self._faults[0])


@contextmanager
def complaints() -> Iterator[Heard]:
    """What MkDocs says while this holds; a fault, or what breaks it off, becomes a BuildError."""
    from mkdocs.exceptions import MkDocsException

    heard = Heard()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(heard)
    try:
        yield heard
    except OSError:
        raise
    except Exception as error:
        heard.refuse_faults()
        if isinstance(error, MkDocsException):
            raise BuildError(in_dutch(str(error))) from None
        raise
    finally:
        logger.removeHandler(heard)
    heard.refuse_faults()
