"""What ties the schemas to a region's files in Visual Studio Code and its kin."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from ketenhandboek.chain.folder import home
from ketenhandboek.kinds.kind import catalogue

if TYPE_CHECKING:
    from typing import Any

FOLDER = ".vscode"
_EXTENSION = "redhat.vscode-yaml"


def editor_files(folder: str) -> dict[str, str]:
    """The settings for the region in `folder` (a path from the folder that the editor opens): path → text."""
    files = {"settings.json": _settings(folder), "extensions.json": {"recommendations": [_EXTENSION]}}
    return {
        f"{FOLDER}/{name}": json.dumps(content, ensure_ascii=False, indent=2) + "\n"
        for name, content in files.items()
    }


def _settings(folder: str) -> dict[str, Any]:
    """Hover, completion and checking by our schemas alone; the layout is that of `keten fmt`."""
    before = f"{folder}/" if folder else ""
    return {
        "yaml.schemas": {
            f"./{FOLDER}/schema/{kind.schema_name}": [f"{before}{home(kind, '*')}"]
            for kind in catalogue().values()
        },
        "yaml.schemaStore.enable": False,
        "yaml.kubernetesCRDStore.enable": False,
        "yaml.format.enable": False,
        "redhat.telemetry.enabled": False,
        "files.eol": "\n",
        "[yaml]": {
            "editor.insertSpaces": True,
            "editor.tabSize": 2,
            "editor.quickSuggestions": {"other": True, "comments": False, "strings": True},
        },
    }
