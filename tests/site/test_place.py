"""`--out`: where a site may come, and all the places from which it stays away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ketenhandboek.site.build import kept_apart
from ketenhandboek.site.place import mark, safe_place
from ketenhandboek.site.settings import read_settings
from ketenhandboek.site.trouble import BuildError

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def here(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The project, where we are, inside the home folder of somebody."""
    monkeypatch.setenv("HOME", str(project.parent))
    monkeypatch.chdir(project)
    (project / ".git").mkdir()
    (project / "voorbeelden").mkdir()
    (project / "vol").mkdir()
    (project / "vol" / "foto.jpg").write_bytes(b"jpg")
    (project / "werkboom").mkdir()
    (project / "werkboom" / ".git").write_text("gitdir: elders", encoding="utf-8")
    mark(project / "werkboom")
    (project / "naar-data").symlink_to("data")
    (project / "nergens").symlink_to("weg")
    return project


def place(project: Path, out: str) -> Path:
    apart = kept_apart(project / "data", read_settings(project / "mkdocs.yml"))
    return safe_place(project / out, project, apart)


@pytest.mark.parametrize(
    ("out", "said"),
    [
        ("data", "is de map met de gegevens"),
        ("data/afspraken", "ligt in de map met de gegevens"),
        ("data/../data/nieuw/site", "ligt in de map met de gegevens"),
        ("naar-data", "is de map met de gegevens"),
        ("naar-data/site", "ligt in de map met de gegevens"),
        ("docs", "is de map met de geschreven pagina's"),
        ("docs/site", "ligt in de map met de geschreven pagina's"),
        ("src", "bevat de map met de vormgeving"),
        ("src/ketenhandboek/site/theme/x", "ligt in de map met de vormgeving"),
        ("voorbeelden/x", "ligt in de map met de voorbeelden"),
        (".", "is de map met de instellingen"),
        ("..", "bevat de map met de instellingen"),
        ("/", "bevat de map met de instellingen"),
        (".git/site", "is niet voor een handboek"),
        (".keten", "is niet voor een handboek"),
        ("mkdocs.yml", "is een bestand en geen map"),
        ("mkdocs.yml/site", "is een bestand"),
        ("nergens", "wijst naar iets dat niet bestaat"),
        ("vol", "staat iets anders dan een eerder handboek"),
        ("scripts", "staat iets anders dan een eerder handboek"),
        ("werkboom", "staat iets anders dan een eerder handboek"),
    ],
)
def test_a_site_stays_away_from_what_somebody_made(here: Path, out: str, said: str) -> None:
    with pytest.raises(BuildError, match=said):
        place(here, out)


def test_a_site_never_replaces_a_home_folder(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "vol").rename(here / "thuis")
    monkeypatch.setenv("HOME", str(here / "thuis"))
    with pytest.raises(BuildError, match="is uw eigen map"):
        place(here, "thuis")
    assert place(here, "thuis/site") == here / "thuis" / "site"


@pytest.mark.parametrize(
    "out", ["site", "nieuw/onder/site", "Het boek é", r"C:\site", "CON", "aux.", "database", "docs-site"]
)
def test_a_site_may_come_where_nothing_is(here: Path, out: str) -> None:
    assert place(here, out) == here / out


def test_a_site_may_replace_an_earlier_one_also_behind_a_link(here: Path) -> None:
    (here / "site").mkdir()
    mark(here / "site")
    (here / "site" / "index.html").write_text("vorige", encoding="utf-8")
    (here / "koppeling").symlink_to("site")
    assert place(here, "site") == place(here, "koppeling") == here / "site"
