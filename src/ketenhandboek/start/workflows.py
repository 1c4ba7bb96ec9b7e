"""The workflows that a region copies: for each forge the same commands, ready to run."""

from __future__ import annotations

import json
from importlib.metadata import version
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

FORGES = ("forgejo", "github", "gitlab")
NEXT = {
    "github": (
        "Zet bij Settings, Pages de bron op 'GitHub Actions'. Dan komt het handboek vanzelf online.",
        "Maak bij Settings, Rules de controle 'Controle' verplicht voor de tak main.",
    ),
    "forgejo": (
        "Zet bij Settings, Units de Actions aan. De runner moet het label 'docker' hebben.",
        "Het handboek komt op de tak pages. Vraag de beheerder van de forge waar die te lezen is.",
        "Maak bij Settings, Branches de controle 'Keten / Controle' verplicht voor de tak main.",
    ),
    "gitlab": (
        "Maak bij Build, Pipeline schedules een schema voor elke nacht: 23 3 * * *.",
        "Wilt u de reactie onder het voorstel zelf? Maak een project access token met de rol Reporter en het "
        "bereik api, en zet het bij Settings, CI/CD, Variables als KETEN_TOKEN (masked).",
        "Zet bij Settings, Merge requests aan dat een pipeline moet slagen.",
    ),
}
"""What is left to do by hand, as Dutch sentences."""


def package() -> str:
    """What pip installs to get this very version."""
    return f"ketenhandboek=={version('ketenhandboek')}"


def workflow_files(forge: str, region: str, wanted: str) -> dict[str, str]:
    """The files of a forge: the text of each by its path in the repository.

    `region` is the folder with the records in the repository, `wanted` what pip must install.
    """
    values = {'"@MAP@"': region, '"@PAKKET@"': wanted}
    texts = dict(sorted(_texts(files("ketenhandboek.start") / "werkstromen" / forge)))
    for mark, value in values.items():
        written = json.dumps(value, ensure_ascii=False)
        texts = {name: text.replace(mark, written) for name, text in texts.items()}
    return texts


def _texts(folder: Traversable, above: str = "") -> Iterator[tuple[str, str]]:
    for item in folder.iterdir():
        name = f"{above}{item.name}"
        if item.is_dir():
            yield from _texts(item, f"{name}/")
        else:
            yield name, item.read_text("utf-8")
