"""The handbook on paper, by a browser that is on this computer."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from typing import TYPE_CHECKING

from ketenhandboek.site.trouble import BuildError

if TYPE_CHECKING:
    from pathlib import Path

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
_OPTIONS = (
    "--headless",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--export-tagged-pdf",
    "--generate-pdf-document-outline",
    "--no-pdf-header-footer",
)
_LIMIT_SECONDS = 300


def find_browser() -> str:
    """The Chromium or Chrome that `CHROMIUM` names, else one on the search path or in its usual place.

    Raises BuildError when there is none.
    """
    named = os.environ.get("CHROMIUM")
    for place in filter(None, (named, *map(shutil.which, _NAMES), *_PLACES)):
        if os.access(place, os.X_OK):
            return place
    raise BuildError(
        "Voor een PDF is Chromium of Chrome nodig, en dat staat niet op deze computer. "
        "Installeer het, of zet in de omgevingsvariabele CHROMIUM waar het staat. "
        "U kunt ook de pagina Afdrukken openen en daar printen naar PDF."
    )


def print_pdf(page: Path, target: Path) -> None:
    """Print the page, a file, to the PDF `target`, tagged for screen readers. Raises BuildError."""
    with tempfile.TemporaryDirectory(prefix="keten-") as profile:
        command = [find_browser(), *_OPTIONS, *_as_root(), f"--user-data-dir={profile}"]
        command += [f"--print-to-pdf={target.resolve()}", page.resolve().as_uri()]
        try:
            subprocess.run(command, capture_output=True, timeout=_LIMIT_SECONDS, check=True)
        except (OSError, subprocess.SubprocessError):
            target.unlink(missing_ok=True)
    if not target.is_file():
        raise BuildError("De browser kon er geen PDF van maken. Probeer het opnieuw, of print zelf naar PDF.")


def _as_root() -> tuple[str, ...]:
    """The browser refuses its own sandbox to root, as in a container."""
    return ("--no-sandbox",) if getattr(os, "geteuid", lambda: 1)() == 0 else ()
