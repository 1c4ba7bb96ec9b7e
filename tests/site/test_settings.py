"""Settings of a site: whose they are, and every fault in them told in Dutch."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from ketenhandboek.site.build import build_site
from ketenhandboek.site.mkdocs_words import in_dutch
from ketenhandboek.site.settings import find_settings, read_settings
from ketenhandboek.site.trouble import BuildError

DAY = date(2026, 3, 1)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("nav:", "nav: x", r"mkdocs\.yml, regel \d+: Deze regel springt anders in"),
        ("  - search:", "  - zoek:", "'plugins' .*: de plugin 'zoek' is niet geïnstalleerd"),
        ("lang: nl", "lang: 3", "'plugins' .*: de optie 'lang' van de plugin"),
        ("docs_dir: docs", "docs_dir: weg", "'docs_dir' .*: de map '.*weg' bestaat niet"),
        ("docs_dir: docs", "docs_dir: .", "'docs_dir' .*: deze map bevat ook iets anders"),
        ("name: material", "name: steen", "'theme' .*: het thema 'steen' is niet geïnstalleerd"),
        ("/site/theme", "/site/vorm", r"'theme' .*: de map '.*/site/vorm' \(custom_dir\) bestaat niet"),
        ("attr_list", "attrlist", "de uitbreiding 'attrlist' is niet geïnstalleerd"),
        ("site_name:", "naam:", "'site_name' .*: die is verplicht"),
        ("use_directory_urls: true", "use_directory_urls: x", "de waarde heeft niet de goede vorm"),
        ("docs_dir:", "INHERIT: weg.yml\ndocs_dir:", "bouwen voort op 'weg.yml'"),
        ("docs_dir:", "x: !!python/name:weg.weg\ndocs_dir:", "Een woord met ! ervoor"),
    ],
)
def test_a_fault_in_the_settings_is_a_dutch_sentence(
    project: Path, old: str, new: str, said: str, capfd: pytest.CaptureFixture[str]
) -> None:
    config = project / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(BuildError, match=said) as caught:
        read_settings(config)
    assert "MkDocs meldt" not in str(caught.value)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"", "staan geen instellingen"), (b"- a\n", "staan geen instellingen"), (b"a: \xe9", "geen UTF-8")],
)
def test_a_file_without_settings_is_refused(tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "mkdocs.yml").write_bytes(content)
    with pytest.raises(BuildError, match=said):
        read_settings(tmp_path / "mkdocs.yml")


def test_a_menu_that_leads_nowhere_stops_the_build(warm_project: Path) -> None:
    (warm_project / "docs" / "redactie.md").unlink()
    with pytest.raises(BuildError, match=r"Het menu \(nav\) noemt 'redactie\.md'"):
        build_site(warm_project / "data", warm_project / "mkdocs.yml", warm_project / "site", today=DAY)
    assert not (warm_project / "site").exists()


def test_faults_in_a_written_page_are_told_in_dutch(warm_project: Path) -> None:
    text = "[a](weg.md) [b](index.md#weg) [c](#weg) [d](/weg) [e](../weg)\n"
    (warm_project / "docs" / "los.md").write_text(text, encoding="utf-8")
    built = build_site(warm_project / "data", warm_project / "mkdocs.yml", warm_project / "site", today=DAY)
    assert len(built.warnings) == 6
    assert not [warning for warning in built.warnings if "MkDocs meldt" in warning]
    (warm_project / "docs" / "los.md").write_bytes(b"caf\xe9")
    with pytest.raises(BuildError, match=r"'los\.md' is geen UTF-8"):
        build_site(warm_project / "data", warm_project / "mkdocs.yml", warm_project / "site", today=DAY)


def test_what_the_table_does_not_know_keeps_its_own_words() -> None:
    assert in_dutch("Something new {0}") == 'MkDocs meldt "Something new {0}"'


def test_settings_here_go_before_those_above_the_records(
    project: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path_factory.mktemp("elders")
    monkeypatch.chdir(elsewhere)
    assert find_settings(elsewhere / "data") is None
    assert find_settings(project / "data") == project / "mkdocs.yml"
    shutil.copyfile(project / "mkdocs.yml", elsewhere / "mkdocs.yml")
    assert find_settings(project / "data") == Path("mkdocs.yml")


def test_a_region_without_settings_gets_the_handbook_that_comes_with_the_program(plain_site: Path) -> None:
    for page in ("index.html", "redactie/index.html", "handboek/gemeenten/elsbroek/index.html"):
        assert (plain_site / page).is_file()
    assert sorted(path.name for path in plain_site.parent.iterdir()) == [".keten", "data", "site"]
