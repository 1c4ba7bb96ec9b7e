"""The history of a folder with records, from the repository around it."""

from __future__ import annotations

import tempfile
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from ketenhandboek.chain.load import load_chain
from ketenhandboek.history.cache import Kept
from ketenhandboek.history.follow import followed
from ketenhandboek.history.telling import tell
from ketenhandboek.history.values import History, Merged, Reach, Told
from ketenhandboek.source.git import GitError, Repository
from ketenhandboek.twin import Twin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.source.git import Version

MOST = 20
"""How many changes are told."""
_REGION = "regio.yaml"


def read_history(folder: Path, cache: Path, most: int = MOST) -> History:
    """The newest changes on the line that the working copy of `folder` stands on; never raises.

    What each change meant is kept in `cache`. Without git, or outside a repository, there is no history.
    Of a commit only the day is told: its author is a person, and its message may name one.
    """
    try:
        repository = Repository(folder)
        versions = list(_versions(repository, repository.inside(folder)))
        cut = bool(versions) and repository.cut_off(versions[-1])
    except GitError:
        return History()
    if not versions:
        return History()
    told = _Telling(repository, Kept(cache))
    pairs = islice(zip(versions, [*versions[1:], None], strict=True), most)
    changes = told.changes([(new, old) for new, old in pairs if old or not cut])
    found = tuple(followed(change for change in changes if change))
    missing = cut or None in changes
    return History(found, Reach.CUT if missing else Reach.ALL, 0 if missing else len(versions) - len(found))


def _versions(repository: Repository, folder: str) -> Iterator[Version]:
    """Every version that touched the folder, from new to old, also where the folder was elsewhere."""
    start = "HEAD"
    while True:
        last = None
        for last in repository.versions(folder, start):
            yield last
        moved = repository.moved(last, f"{folder}/{_REGION}".removeprefix("./")) if last else ""
        if not last or not moved:
            return
        folder, start = str(Path(moved).parent), last.parent


class _Telling:
    """Tells changes one after the other, from new to old, and reads each version once."""

    def __init__(self, repository: Repository, kept: Kept) -> None:
        self._repository = repository
        self._kept = kept
        self._read: dict[Version, Chain] = {}

    def changes(self, pairs: list[tuple[Version, Version | None]]) -> list[Merged | None]:
        """The change from one version to the next for each pair; None when git lacks what it needs.

        A twin tells them from the oldest on: the first time each takes about half a second.
        """
        twin = Twin([partial(self._change, *pair) for pair in pairs if not self._is_told(*pair)])
        try:
            return [self._change(*pair) for pair in pairs]
        finally:
            twin.stop()

    def _is_told(self, new: Version, old: Version | None) -> bool:
        return old is None or self._kept.has(_names(new, old))

    def _change(self, new: Version, old: Version | None) -> Merged | None:
        if old is None:
            return Merged(new.commit, new.day, Told(), first=True)
        try:
            return Merged(
                new.commit, new.day, self._kept.told(_names(new, old), lambda: self._told(old, new))
            )
        except (GitError, OSError):
            return None

    def _told(self, old: Version, new: Version) -> Told:
        try:
            self._read = {version: self._chain(version) for version in (old, new)}
            return tell(self._read[old], self._read[new])
        except (GitError, OSError):
            raise
        except Exception:
            # No version of then, however broken, may keep the handbook of today from its readers.
            return Told(whole=False)

    def _chain(self, version: Version) -> Chain:
        if version in self._read:
            return self._read[version]
        with tempfile.TemporaryDirectory(prefix="keten-") as target:
            self._repository.copy(version.commit, version.folder, Path(target))
            return load_chain(Path(target), version.day, shown="")


def _names(new: Version, old: Version) -> tuple[str, str, str, str]:
    """What a change is kept under."""
    return old.commit, old.folder, new.commit, new.folder
