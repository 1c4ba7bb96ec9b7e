"""Code of others, taken from the npm registry when the form is built: one version, checked by its hash."""

from __future__ import annotations

import json
import shutil
import subprocess
import tarfile
from base64 import b64encode
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from hashlib import sha512
from io import BytesIO
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from ketenhandboek.form.trouble import FormError, UnreachableError

_PATIENCE = 300
_OPTIONS = ("--json", "--ignore-scripts", "--prefer-offline")
_FONTS = "https://cdn.jsdelivr.net/fontsource/fonts"


@dataclass(frozen=True, slots=True)
class Package:
    """A package at one version; `takes` names what we take out of it, by glob, and where each goes.

    `own` gives, for addresses in its scripts that lead elsewhere, the place in our own page to use instead.
    """

    name: str
    version: str
    integrity: str
    takes: dict[str, str]
    own: dict[str, str] = field(default_factory=dict)


SVELTIA = Package(
    "@sveltia/cms",
    "0.221.1",
    "sha512-J+Qoik9kGMk2L7vNpOQrnDmFRi+NB6vwJ0f657YtsxWH0P8WYSYRRSRC2pQ/jGGbVlM//Pg/WIgmkpswqoo3gQ==",
    {
        "dist/sveltia-cms.js": "editor.js",
        "package.json": "pakketten/@sveltia/cms/package.json",
        "locales/nl.json": "pakketten/@sveltia/cms@0.221.1/locales/nl.json",
        "npm/assets/source-sans-3-*.woff2": "letters/tekst.woff2",
        "npm/assets/noto-mono-*.woff2": "letters/code.woff2",
        "npm/assets/material-symbols-*.woff2": "letters/pictogrammen.woff2",
        "npm/assets/source-sans-3.LICENSE.txt": "licenties/source-sans-3.txt",
        "npm/assets/noto-mono.LICENSE.txt": "licenties/noto-mono.txt",
        "npm/assets/material-symbols-outlined.LICENSE.txt": "licenties/material-symbols.txt",
        "LICENSE.txt": "licenties/sveltia-cms.txt",
    },
    {
        "https://unpkg.com/": "./pakketten/",
        f"{_FONTS}/source-sans-3:vf@5.3.0/latin-wght-normal.woff2": "letters/tekst.woff2",
        f"{_FONTS}/noto-mono@5.3.0/latin-400-normal.woff2": "letters/code.woff2",
        f"{_FONTS}/material-symbols-outlined:vf@5.3.7/latin-wght-normal.woff2": "letters/pictogrammen.woff2",
    },
)
DECAP = Package(
    "decap-cms",
    "3.16.3",
    "sha512-hf+dPlCh7TJmWl8+6VRzHYOWhri5xgUknrZbDewaWe4s9B7xJ8PQugp2QHeSldMUKzav6+z0oIpwUYhUJDYtYw==",
    {"dist/decap-cms.js": "editor.js", "dist/*.decap-cms.js": "", "LICENSE*": "licenties/decap-cms.txt"},
)
YAML = Package(
    "yaml",
    "2.9.1",
    "sha512-3NxN8+78OdzbT7C/WjGsyfPAtJaN3FNDsWxv7Y7mcDsT/oOmgW8BpyQQFFBnvZE3j9Y2Sdz1ULFLezL7Eb2yFw==",
    {"browser/*.js": "yaml/", "LICENSE": "licenties/yaml.txt"},
)


def take(package: Package, folder: Path) -> None:
    """Write what we take out of a package below `folder`.

    Raises UnreachableError without npm or the registry, FormError for a package that is not what it was.
    """
    archive = _packed(package)
    with tarfile.open(fileobj=BytesIO(archive), mode="r:gz") as members:
        for member in members:
            place = _place(package, PurePosixPath(member.name).relative_to("package"))
            content = members.extractfile(member) if place and member.isfile() else None
            if place and content:
                (folder / place).parent.mkdir(parents=True, exist_ok=True)
                (folder / place).write_bytes(_at_home(package, content.read()))


def _at_home(package: Package, content: bytes) -> bytes:
    for elsewhere, here in package.own.items():
        content = content.replace(elsewhere.encode(), here.encode())
    return content


def _place(package: Package, path: PurePosixPath) -> str | None:
    """Where a file goes; a name that ends in a slash keeps what stands below the first folder."""
    for pattern, target in package.takes.items():
        if fnmatchcase(str(path), pattern) and ".." not in path.parts:
            return target if target and not target.endswith("/") else target + "/".join(path.parts[1:])
    return None


def _packed(package: Package) -> bytes:
    """The archive of the package, as npm fetches it, or keeps it from an earlier time."""
    npm = shutil.which("npm")
    if npm is None:
        raise UnreachableError(
            "Het formulier heeft npm nodig, en dat staat niet op deze computer. "
            "Installeer Node.js, of maak het handboek zonder --formulier."
        )
    wanted = f"{package.name}@{package.version}"
    with TemporaryDirectory() as work:
        command = [npm, "pack", wanted, *_OPTIONS, "--pack-destination", work]
        done = _run(command, work)
        archives = list(Path(work).glob("*.tgz"))
        if done.returncode != 0 or not archives:
            raise UnreachableError(f"npm kan {wanted} niet ophalen. {_said(done)} Probeer het later.")
        content = archives[0].read_bytes()
    if f"sha512-{b64encode(sha512(content).digest()).decode()}" != package.integrity:
        raise FormError(f"{wanted} is niet het bestand dat wij kennen. Gebruik het niet, en meld dit.")
    return content


def _run(command: list[str], work: str) -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(command, cwd=work, capture_output=True, text=True, timeout=_PATIENCE)
    except subprocess.TimeoutExpired:
        raise UnreachableError(f"npm antwoordt na {_PATIENCE} seconden nog niet.") from None


def _said(done: subprocess.CompletedProcess[str]) -> str:
    """Why npm failed, in its own words."""
    try:
        return str(json.loads(done.stdout)["error"]["summary"])
    except (ValueError, KeyError, TypeError):
        return (done.stderr.strip().splitlines() or [""])[-1]
