"""The files of the form's page: the editor of others, our own scripts, and what they are set up with."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from ketenhandboek.chain.folder import list_folder
from ketenhandboek.form.config import config_of, format_of
from ketenhandboek.form.forge import DECAP_ON, PRACTICE
from ketenhandboek.form.packages import DECAP, SVELTIA, YAML, take
from ketenhandboek.kinds.kind import catalogue

if TYPE_CHECKING:
    from pathlib import Path

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.form.forge import Forge
    from ketenhandboek.form.packages import Package

_SETUP = "formulier.json"


def editor_of(forge: Forge) -> Package:
    """The editor that opens pull requests on a forge."""
    return DECAP if forge.forge == DECAP_ON else SVELTIA


def write_form(chain: Chain, records: Path, forge: Forge, target: Path) -> None:
    """Write the page for the records in a folder. Raises FormError without the editor, or OSError."""
    target.mkdir(parents=True, exist_ok=True)
    for package in (editor_of(forge), YAML):
        take(package, target)
    for script in files(__package__).joinpath("browser").iterdir():
        (target / script.name).write_bytes(script.read_bytes())
    setup = json.dumps(setup_of(chain, records, forge), ensure_ascii=False, separators=(",", ":"))
    (target / _SETUP).write_text(setup, "utf-8")


def setup_of(chain: Chain, records: Path, forge: Forge) -> dict[str, Any]:
    """The editor's configuration, a schema for each format, and the records when there is no forge."""
    found = [file for file in list_folder(records).files if file.kind is not None]
    single = {file.kind.name: file.inside for file in found if file.kind and "*" not in file.kind.file}
    texts = {f"{forge.map}/{file.inside}": file.path.read_text("utf-8-sig") for file in found}
    return {
        "config": config_of(chain, forge, single),
        "schemas": {format_of(kind): kind.schema for kind in catalogue().values()},
        "practice": texts if forge.forge == PRACTICE else None,
    }


def policy_of(forge: Forge) -> dict[str, str]:
    """The headers that this page needs in place of those of the site: it may reach the forge, and no other.

    The editors write styles into the page, show pictures from memory, and sign in with a second window.
    Decap CMS checks its configuration with code that it writes at that moment.
    """
    sources = {
        "default-src": "'none'",
        "script-src": "'self' 'unsafe-eval'" if editor_of(forge) is DECAP else "'self'",
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": " ".join(("'self'", "data:", "blob:", *forge.connections)),
        "worker-src": "'self' blob:",
        "manifest-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
    }
    return {
        "Content-Security-Policy": "; ".join(f"{name} {allowed}" for name, allowed in sources.items()),
        "Cross-Origin-Opener-Policy": "same-origin-allow-popups",
    }
