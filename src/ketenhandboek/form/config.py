"""The records of a region → the configuration of the editor: a collection for every kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ketenhandboek.chain.folder import home
from ketenhandboek.form.choices import Choices
from ketenhandboek.form.fields import Fields
from ketenhandboek.form.forge import DECAP_ON, PRACTICE
from ketenhandboek.kinds.kind import catalogue
from ketenhandboek.wording import upper_first

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.form.forge import Forge
    from ketenhandboek.kinds.kind import Kind

TEXT = "tekst_van_het_bestand"
"""The hidden field in which a form carries the text of its file, so that saving keeps comments."""


def config_of(chain: Chain, forge: Forge, files: Mapping[str, str]) -> dict[str, Any]:
    """The configuration that both editors read; every change becomes a pull request.

    `files` are the paths inside the region's folder by the name of their kind, for kinds that are one file.
    """
    choices = Choices(chain)
    kinds = sorted(catalogue().values(), key=lambda kind: kind.national)
    return ({"locale": "nl"} if forge.forge == DECAP_ON else {}) | {
        "load_config_file": False,
        "backend": forge.backend,
        "publish_mode": "simple" if forge.forge == PRACTICE else "editorial_workflow",
        "media_folder": f"{forge.map}/bijlagen",
        "app_title": f"Formulier {chain.region.name if chain.region else ''}".strip(),
        "slug": {"encoding": "ascii", "clean_accents": True},
        "show_preview_links": False,
        "editor": {"preview": False},
        "collections": [
            _collection(kind, forge, choices, files.get(kind.name, home(kind, ""))) for kind in kinds
        ],
    }


def format_of(kind: Kind) -> str:
    """The name under which the editor knows our way of reading and writing a kind."""
    return f"keten-{kind.name}"


def _collection(kind: Kind, forge: Forge, choices: Choices, file: str) -> dict[str, Any]:
    label = upper_first(f"eigen {kind.plural}" if kind.national else kind.plural)
    collection = {"name": kind.name, "label": label, "format": format_of(kind)}
    fields = Fields(kind.schema, choices, open_groups=forge.forge == DECAP_ON).of(kind.schema)
    fields.append({"name": TEXT, "widget": "hidden"})
    if "*" not in kind.file:
        path = f"{forge.map}/{file}"
        return collection | {"files": [{"name": kind.name, "label": label, "file": path, "fields": fields}]}
    folder = f"{forge.map}/{kind.file.partition('/')[0]}"
    return collection | {
        "label_singular": upper_first(kind.name),
        "folder": folder,
        "extension": "yaml",
        "create": True,
        "identifier_field": "titel",
        "slug": "{{titel}}",
        "sortable_fields": ["titel"],
        "fields": fields,
    }
