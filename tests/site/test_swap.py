"""The last step of a build: the new site is there whole, or the old one is."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from ketenhandboek.site.place import MARK, mark
from ketenhandboek.site.swap import swap, workshop
from ketenhandboek.site.trouble import BuildError


def site(folder: Path, text: str) -> Path:
    folder.mkdir(parents=True)
    mark(folder)
    (folder / "index.html").write_text(text, encoding="utf-8")
    return folder


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_the_new_site_replaces_all_of_the_old_one(tmp_path: Path) -> None:
    old = site(tmp_path / "site", "oud")
    (old / "weg.html").touch()
    with workshop(old) as work:
        swap(site(work / "site", "nieuw"), old)
    assert (old / "index.html").read_text("utf-8") == "nieuw"
    assert names(old) == {MARK, "index.html"}
    assert names(tmp_path) == {"site"}


def test_folders_above_a_new_site_are_made_at_the_very_end(tmp_path: Path) -> None:
    place = tmp_path / "ver" / "weg" / "site"
    with workshop(place) as work:
        assert not place.parent.exists()
        swap(site(work / "site", "nieuw"), place)
    assert (place / "index.html").is_file()


def test_a_swap_that_fails_puts_the_old_site_back(tmp_path: Path) -> None:
    old = site(tmp_path / "site", "oud")
    with workshop(old) as work, pytest.raises(FileNotFoundError):
        swap(work / "nooit-gebouwd", old)
    assert (old / "index.html").read_text("utf-8") == "oud"
    assert names(tmp_path) == {"site"}


def test_what_appeared_in_the_place_meanwhile_stays(tmp_path: Path) -> None:
    place = tmp_path / "site"
    with workshop(place) as work:
        fresh = site(work / "site", "nieuw")
        place.mkdir()
        (place / "brief.txt").write_text("van een ander", encoding="utf-8")
        with pytest.raises(BuildError, match="iets anders dan een eerder handboek"):
            swap(fresh, place)
    assert names(place) == {"brief.txt"}


def broken_off_while_it_goes(place: Path) -> None:
    with workshop(place) as work:
        for number in range(2_000):
            (work / f"{number}.html").touch()
        signal.setitimer(signal.ITIMER_REAL, 0.002)


def test_a_workshop_is_gone_however_late_somebody_breaks_off(tmp_path: Path) -> None:
    signal.signal(signal.SIGALRM, lambda *_: signal.raise_signal(signal.SIGINT))
    with pytest.raises(KeyboardInterrupt):
        broken_off_while_it_goes(tmp_path / "site")
    assert names(tmp_path) == set()


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a folder where nobody can write")
def test_a_place_where_nothing_can_be_made_is_named() -> None:
    with (
        pytest.raises(BuildError, match="In de map '/proc' kan geen handboek komen"),
        workshop(Path("/proc/x")),
    ):
        pass
