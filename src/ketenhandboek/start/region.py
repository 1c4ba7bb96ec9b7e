"""The files with which a region begins: empty for municipalities by name or code, or a copy of another."""

from __future__ import annotations

import re
import shutil
import unicodedata
from typing import TYPE_CHECKING

import yaml

from ketenhandboek.chain.load import national
from ketenhandboek.kinds.municipality import NationalMunicipality
from ketenhandboek.rules.basics.municipalities import LISTED_ON
from ketenhandboek.wording import did_you_mean, in_words, listed

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_PROVINCE = re.compile(r"\s*\(.*\)")
_PREFIX = re.compile(r"^gemeente\s+", re.IGNORECASE)


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
        if item.also_known_as:
            text += ["    ook_bekend_als:", *(f"      - {_text(other)}" for other in item.also_known_as)]
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
    name = _PREFIX.sub("", asked.strip())
    if not name:
        raise StartError("Schrijf achter --gemeente een naam of een code, zoals Tilburg of GM0855.")
    found = [item for item in known if _code(name) == item.code or _plain(name) in _names(item)]
    if len(found) == 1:
        return found[0]
    if found:
        codes = listed((f"{item.code} ({item.name})" for item in found), "of")
        raise StartError(f"Er zijn meer gemeenten met de naam '{name}'. Schrijf de code: {codes}.")
    raise StartError(
        f"De landelijke lijst van {in_words(LISTED_ON)} kent geen gemeente '{name}'.{_near(name, known)} "
        "Is de gemeente in een andere opgegaan? Noem dan die."
    )


def _near(name: str, known: list[NationalMunicipality]) -> str:
    longer = [item.name for item in known if item.name.casefold().startswith(name.casefold())]
    return f" Bedoelde u '{longer[0]}'?" if len(longer) == 1 else did_you_mean(name, [i.name for i in known])


def _code(name: str) -> str:
    """The official code: `518`, `0518` and `gm0518` are GM0518."""
    return f"GM{name.upper().removeprefix('GM').zfill(4)}"


def _names(item: NationalMunicipality) -> set[str]:
    names = (item.name, *item.also_known_as)
    return {_plain(name) for full in names for name in (full, _PROVINCE.sub("", full))}


def _plain(name: str) -> str:
    """A name without accents, capitals and signs: everybody types those in another way."""
    return re.sub(
        r"[^a-z0-9]", "", unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    )


def _text(value: str) -> str:
    """A text as one YAML scalar, in quotes only where it needs them."""
    return yaml.safe_dump(value, allow_unicode=True, width=1000).removesuffix("...\n").strip()
