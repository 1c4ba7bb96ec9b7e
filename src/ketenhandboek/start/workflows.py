"""The workflows that a region copies: for each forge the same commands, ready to run."""

from __future__ import annotations

import json
from importlib.metadata import version
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable
    from pathlib import Path

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


class ExistingError(Exception):
    """One of the files is there already; the message is its name."""


def package() -> str:
    """What pip installs to get this very version."""
    return f"ketenhandboek=={version('ketenhandboek')}"


def write_workflows(folder: Path, forge: str, region: str, wanted: str) -> list[str]:
    """Write the workflows of a forge below a folder; their names.

    `region` is the folder with the records in the repository, `wanted` what pip must install.
    Raises ExistingError, and writes nothing, when one of them is there already.
    """
    texts = dict(workflows(forge, region, wanted))
    for name in texts:
        if (folder / name).exists():
            raise ExistingError(name)
    for name, text in texts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return list(texts)


def workflows(forge: str, region: str, wanted: str) -> Iterator[tuple[str, str]]:
    """Each file of a forge: its path in the repository and its text."""
    values = {'"@MAP@"': region, '"@PAKKET@"': wanted}
    root = files("ketenhandboek.start") / "werkstromen" / forge
    for name, text in sorted(_texts(root)):
        for mark, value in values.items():
            text = text.replace(mark, json.dumps(value, ensure_ascii=False))
        yield name, text


def _texts(folder: Traversable, above: str = "") -> Iterator[tuple[str, str]]:
    for item in folder.iterdir():
        name = f"{above}{item.name}"
        if item.is_dir():
            yield from _texts(item, f"{name}/")
        else:
            yield name, item.read_text("utf-8")
