"""The files with which a region begins: empty for municipalities by name or code, or a copy of another."""

from __future__ import annotations

import re
import shutil
import unicodedata
from typing import TYPE_CHECKING

import yaml

from ketenhandboek.chain.load import national
from ketenhandboek.kinds.municipality import NationalMunicipality
from ketenhandboek.wording import did_you_mean, listed

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_PROVINCE = re.compile(r"\s*\(.*\)")


class StartError(ValueError):
    """What was asked is not clear; the message says, in Dutch, what to do."""


def municipalities(asked: Iterable[str]) -> list[NationalMunicipality]:
    """Those of the national list with these names or codes. Raises StartError at one that is not clear."""
    records = (entry.record for entry in national().entries)
    known = [record for record in records if isinstance(record, NationalMunicipality)]
    return list({item.code: item for item in (_municipality(name, known) for name in asked)}.values())


def write_empty(folder: Path, name: str, members: list[NationalMunicipality]) -> None:
    """A region with these municipalities, each with a partner for the municipality itself."""
    text = [f"id: {slug(name)}", f"naam: {_text(name)}", "gemeenten:"]
    partners = ["partners:"]
    for item in members:
        id_ = slug(item.name)
        text += [f"  - id: {id_}", f"    code: {item.code}", f"    naam: {_text(item.name)}"]
        text += ["    sinds: onbekend"]
        partners += [f"  - id: gemeente-{id_}", f"    naam: {_text(f'Gemeente {item.name}')}"]
        partners += ["    soort: gemeente", "    werkgebied:", f"      - gebied: {id_}"]
        partners += ["        sinds: onbekend"]
    (folder / "afspraken").mkdir(parents=True)
    (folder / "regio.yaml").write_text("\n".join(text) + "\n", "utf-8")
    (folder / "partners.yaml").write_text("\n".join(partners) + "\n", "utf-8")


def write_copy(folder: Path, name: str, source: Path) -> None:
    """The YAML files of another region, with this name. Raises StartError when no id can be made of it."""
    id_ = slug(name)
    for path in sorted(source.rglob("*.yaml")):
        target = folder / path.relative_to(source)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    region = folder / "regio.yaml"
    text = re.sub(r"^id: .*$", f"id: {id_}", region.read_text("utf-8"), count=1, flags=re.MULTILINE)
    named = re.sub(r"^naam: .*$", lambda _: f"naam: {_text(name)}", text, count=1, flags=re.MULTILINE)
    region.write_text(named, "utf-8")


def slug(name: str) -> str:
    """An id out of a name: `'s-Gravenhage` → `s-gravenhage`. Raises StartError when nothing is left."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    found = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:80].strip("-")
    if not found:
        raise StartError(f"Van de naam '{name}' is geen id te maken. Kies een naam met letters of cijfers.")
    return found


def _municipality(asked: str, known: list[NationalMunicipality]) -> NationalMunicipality:
    found = [item for item in known if asked.upper() == item.code or asked.casefold() in _names(item)]
    if len(found) == 1:
        return found[0]
    if found:
        codes = listed((f"{item.code} ({item.name})" for item in found), "of")
        raise StartError(f"Er zijn meer gemeenten met de naam '{asked}'. Schrijf de code: {codes}.")
    near = did_you_mean(asked, [item.name for item in known])
    raise StartError(f"De landelijke lijst kent geen gemeente '{asked}'.{near}")


def _names(item: NationalMunicipality) -> set[str]:
    names = (item.name, *item.also_known_as)
    return {name.casefold() for full in names for name in (full, _PROVINCE.sub("", full))}


def _text(value: str) -> str:
    """A text as one YAML scalar, in quotes only where it needs them."""
    return yaml.safe_dump(value, allow_unicode=True, width=1000).removesuffix("...\n").strip()
