"""Whole sites from real builds: swapped in whole, the same twice, untouched when something fails."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from datetime import date
from typing import TYPE_CHECKING

import pytest

from ketenhandboek.site.build import Built, build_site
from ketenhandboek.site.trouble import BuildError

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2026, 3, 1)


def build(project: Path) -> Built:
    return build_site(project / "data", project / "mkdocs.yml", project / "site", today=DAY)


def fingerprint(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files
    }


def test_a_site_has_a_page_for_every_record_and_no_warnings(warm_project: Path) -> None:
    built = build(warm_project)
    assert built.warnings == ()
    for path in (
        "gemeenten/elsbroek",
        "afspraken/huisverbod",
        "escalatie/nu-in-gevaar",
        "overleggen/regiegroep",
    ):
        assert (warm_project / "site" / "handboek" / path / "index.html").is_file()
    assert (warm_project / "site" / "schema" / "afspraak.schema.json").is_file()


def test_two_builds_give_the_same_bytes(built_project: Path) -> None:
    first = fingerprint(built_project / "site")
    build(built_project)
    assert fingerprint(built_project / "site") == first


def test_records_that_cannot_be_read_leave_the_last_good_site(built_project: Path) -> None:
    before = fingerprint(built_project / "site")
    (built_project / "data" / "partners.yaml").write_text("partners:\n  - id: [\n", encoding="utf-8")
    with pytest.raises(BuildError, match=r"partners\.yaml, regel 2"):
        build(built_project)
    assert fingerprint(built_project / "site") == before
    assert not [path.name for path in built_project.iterdir() if path.name.startswith(".site")]


@pytest.mark.usefixtures("one_processor")
def test_a_removed_record_disappears_and_nothing_that_is_kept_remembers_it(built_project: Path) -> None:
    page = built_project / "site" / "handboek" / "afspraken" / "werkwijze-elsbroek"
    assert page.exists()
    (built_project / "data" / "afspraken" / "werkwijze-elsbroek.yaml").unlink()
    build(built_project)
    assert not page.exists()
    after = fingerprint(built_project / "site")
    shutil.rmtree(built_project / ".keten")
    build(built_project)
    assert fingerprint(built_project / "site") == after


def mkdocs(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", *arguments],
        cwd=project,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_plain_mkdocs_builds_strictly(warm_project: Path) -> None:
    result = mkdocs(warm_project, "build", "--strict")
    assert result.returncode == 0, result.stderr
    assert "WARNING" not in result.stderr
    assert (warm_project / "site" / "handboek" / "gemeenten" / "elsbroek" / "index.html").is_file()


def test_plain_mkdocs_says_in_dutch_what_is_wrong(project: Path) -> None:
    (project / "data" / "partners.yaml").write_text("partners: x\n", encoding="utf-8")
    result = mkdocs(project, "build")
    assert result.returncode != 0
    assert "data/partners.yaml, regel 1" in result.stderr
    assert "Traceback" not in result.stderr
