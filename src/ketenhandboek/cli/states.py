"""Two states of a region's records: folders, or versions that git knows."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from ketenhandboek.cli.options import existing_folder
from ketenhandboek.cli.stop import Stop

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def state(name: str | None, region: str, *, base: bool) -> Iterator[Path]:
    """The folder with the records of a state, for as long as it is needed.

    No name is the working tree, or with `base` the commit at which the work left the main branch.
    `region` is the folder of the region in the repository.
    """
    import tempfile
    from pathlib import Path

    from ketenhandboek.source.git import GitError, Repository

    if name is not None and (Path(name) / "regio.yaml").is_file():
        yield existing_folder(name)
        return
    if name is None and not base:
        yield existing_folder(region)
        return
    with tempfile.TemporaryDirectory(prefix="keten-") as target:
        try:
            repository = Repository(_around(Path(region)))
            commit = repository.base() if name is None else repository.commit(name)
            repository.copy(commit, repository.inside(Path(region)), Path(target))
        except GitError as error:
            raise Stop(_misnamed(name) or str(error)) from None
        if not (Path(target) / "regio.yaml").is_file():
            said = f"versie '{name}'" if name else "versie waar dit werk begon"
            raise Stop(f"In de {said} staat geen map '{region}' met regio.yaml. Noem de map met --map.")
        yield Path(target)


def _around(folder: Path) -> Path:
    """The nearest folder that exists now; the region may have gone since."""
    return next(path for path in (folder.absolute(), *folder.absolute().parents) if path.is_dir())


def _misnamed(name: str | None) -> str:
    """What is wrong with a folder that holds no region."""
    from pathlib import Path

    from ketenhandboek.cli.regions import no_region

    looks_like_a_folder = name is not None and (Path(name).exists() or not name.strip())
    return no_region(name or "", Path(name or "")) if looks_like_a_folder else ""
