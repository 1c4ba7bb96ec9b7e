"""Files as they were, read through git itself; the working tree and the index stay as they are."""

from __future__ import annotations

import os
import re
import subprocess
from datetime import date
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_REF = re.compile(r"[^\s\x00-\x1f\x7f:?*\[\\-][^\s\x00-\x1f\x7f:?*\[\\]*")
_MAIN = ("refs/remotes/origin/main", "refs/remotes/origin/master", "refs/heads/main", "refs/heads/master")
_FILES = ("100644", "100755")
_RECORDS = (".yaml", ".yml")
_QUIET = {
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "LC_ALL": "C",
}
_OF_A_HOOK = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")
"""What git tells a hook about its repository: wrong as soon as another folder is asked about."""
_PLAIN = ("-c", "log.follow=false", "-c", "log.showSignature=false")
"""What a reader of git may have set for himself, and would end up between our lines."""
_NOT_TRUSTED = (
    "Deze bewaarplaats is van een andere gebruiker, en git leest haar daarom niet. "
    "Sta haar toe met 'git config --global --add safe.directory' en de map erachter."
)
SHALLOW = (
    "Deze kopie van de bewaarplaats is ondiep: de oudere versies ontbreken. "
    "Haal alles op met 'git fetch --unshallow', of zet in de werkstroom 'fetch-depth: 0'."
)


class Version(NamedTuple):
    """A commit that touched a folder: its day, its first parent (empty when git sees none), the folder."""

    commit: str
    day: date
    parent: str
    folder: str


class GitError(Exception):
    """Git could not give what was asked; the message is a Dutch sentence."""


class Repository:
    """The repository around a folder. Raises GitError when there is none, or no git."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        found = self._run(("rev-parse", "--show-toplevel"))
        if b"dubious ownership" in found.stderr:
            raise GitError(_NOT_TRUSTED)
        if found.returncode:
            raise GitError(
                f"De map '{folder}' staat niet onder git. Noem twee mappen, of ga naar de bewaarplaats."
            )
        self.top = Path(os.fsdecode(found.stdout.rstrip(b"\n")))

    def commit(self, ref: str) -> str:
        """The commit that a name means. Raises GitError when git knows none."""
        if not _REF.fullmatch(ref):
            raise GitError(f"'{ref}' kan geen naam van een versie zijn. Noem een tak, een label of een map.")
        found = self._asked("rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
        if found is None:
            raise GitError(f"'{ref}' is geen map en geen versie die git kent.{self._why_not()}")
        return found.decode()

    def base(self) -> str:
        """The commit at which the work left the main branch."""
        found = self._asked("merge-base", self._main(), "HEAD")
        if found is None:
            raise GitError(
                f"Git vindt geen versie waar dit werk begon. {self._why_not() or 'Noem OUD zelf.'}".strip()
            )
        return found.decode()

    def copy(self, commit: str, folder: str, target: Path) -> None:
        """Write the YAML files of a folder, named from the top, as they were at a commit."""
        names = list(self._files(commit, folder))
        asked = "".join(f"{blob}\n" for blob, _ in names).encode()
        answer = memoryview(self._needed("cat-file", "--batch", given=asked))
        for _, name in names:
            head, _, _ = bytes(answer[:120]).partition(b"\n")
            if not head.split()[-1].isdigit():
                raise GitError(f"Git kan een oudere versie niet lezen.{self._why_not()}")
            size, start = int(head.split()[-1]), len(head) + 1
            path = target / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(answer[start : start + size])
            answer = answer[start + size + 1 :]

    def inside(self, folder: Path) -> str:
        """A folder as git names it, from the top; `.` is the top. Raises GitError for one elsewhere."""
        whole, top = folder.resolve(), self.top.resolve()
        if not whole.is_relative_to(top):
            raise GitError(f"De map '{folder}' staat niet in deze bewaarplaats.")
        return whole.relative_to(top).as_posix()

    def versions(self, folder: str, start: str = "HEAD") -> Iterator[Version]:
        """The versions along the main line up to `start` that touched a folder, from new to old."""
        command = (*_PLAIN, "log", "--first-parent", "--format=%H %cs %P", "--end-of-options", start)
        place = ":/" if folder == "." else f":(top,literal){folder}"
        found = self._asked(*command, "--", place) or b""
        for line in found.decode().splitlines():
            commit, day, *parents = line.split(" ")
            try:
                yield Version(commit, date.fromisoformat(day), (*parents, "")[0], folder)
            except ValueError:
                raise GitError(f"Versie {commit[:12]} heeft een datum die niet kan.") from None

    def cut_off(self, version: Version) -> bool:
        """Whether a version without a parent has one that is missing here, as in a shallow clone."""
        return not version.parent and b"\nparent " in self._needed("cat-file", "commit", version.commit)

    def moved(self, version: Version, path: str) -> str:
        """Where a file stood before a version moved it; empty when it did not."""
        if not version.parent:
            return ""
        command = ("diff-tree", "-r", "-z", "--find-renames", "--diff-filter=R", "--name-status")
        found = os.fsdecode(self._asked(*command, version.parent, version.commit) or b"").split("\0")
        moves = zip(found[1::3], found[2::3], strict=False)
        return next((old for old, new in moves if new == path), "")

    def _files(self, commit: str, folder: str) -> Iterator[tuple[str, str]]:
        """Each file with its blob; what is no file, or would be written elsewhere, is left out."""
        tree = commit if folder in ("", ".") else f"{commit}:{folder}"
        for line in (self._asked("ls-tree", "-r", "-z", "--full-tree", tree) or b"").split(b"\0"):
            about, _, name = line.partition(b"\t")
            mode, _, blob = about.decode().rpartition(" ")
            path = PurePosixPath(os.fsdecode(name))
            if mode.split(" ")[0] in _FILES and path.suffix in _RECORDS and ".." not in path.parts:
                yield blob, str(path)

    def _main(self) -> str:
        """The main branch: what the origin calls so, else a usual name."""
        told = self._asked("symbolic-ref", "--quiet", "refs/remotes/origin/HEAD")
        names: tuple[str, ...] = (told.decode(), *_MAIN) if told else _MAIN
        for name in names:
            if self._asked("rev-parse", "--verify", "--quiet", f"{name}^{{commit}}") is not None:
                return name
        raise GitError(
            "Git kent hier geen hoofdtak (main of master). Noem OUD zelf: een tak, een label of een map."
        )

    def _why_not(self) -> str:
        shallow = self._asked("rev-parse", "--is-shallow-repository") == b"true"
        return f" {SHALLOW}" if shallow else ""

    def _needed(self, *arguments: str, given: bytes = b"") -> bytes:
        found = self._run(arguments, given)
        if found.returncode:
            raise GitError(f"Git kan een oudere versie niet lezen.{self._why_not()}")
        return found.stdout

    def _asked(self, *arguments: str) -> bytes | None:
        """What git answers; None when it does not know."""
        found = self._run(arguments)
        return None if found.returncode else found.stdout.rstrip(b"\n")

    def _run(self, arguments: tuple[str, ...], given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        command = ["git", "-C", str(self._folder), *arguments]
        around = {name: value for name, value in os.environ.items() if name not in _OF_A_HOOK} | _QUIET
        try:
            return subprocess.run(command, input=given, capture_output=True, env=around, check=False)
        except FileNotFoundError:
            raise GitError(
                "Het programma git is niet gevonden. Installeer git, of noem twee mappen."
            ) from None
