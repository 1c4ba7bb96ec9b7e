"""The history of a region, from real repositories: what each merged change meant, and when."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from ketenhandboek.chain.load import load_chain
from ketenhandboek.findings import Report
from ketenhandboek.graphs.pictures import Failure
from ketenhandboek.history.read import read_history
from ketenhandboek.history.telling import WITHHELD
from ketenhandboek.history.values import History, Reach
from ketenhandboek.pages import agreement, partner
from ketenhandboek.pages import history as page_with_all
from ketenhandboek.pages.page import Book
from ketenhandboek.rules.example import EXAMPLE_DAY

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

    from repository import Repo

RENAMED = "Opvang De Linde heet voortaan Opvang De Beuk."
LONGER = "In Berkenrade en Elsbroek geldt een langere termijn voor"


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def rename(repo: Repo, old: str = "De Linde", new: str = "De Beuk") -> None:
    replace(repo.data / "partners.yaml", f"naam: Opvang {old}", f"naam: Opvang {new}")


def lengthen(repo: Repo, file: str = "huisverbod") -> None:
    path = repo.data / "afspraken" / f"{file}.yaml"
    replace(path, "binnen: 2 kalenderdagen", "binnen: 4 kalenderdagen")


def history(repo: Repo, most: int = 20, folder: str = "data") -> History:
    return read_history(repo.folder / folder, repo.folder.parent / "bewaard", most)


def sentences(found: History) -> list[tuple[str, ...]]:
    return [tuple(said.sentence for said in change.told.said) for change in found.changes]


def pages(repo: Repo, found: History, *kinds: ModuleType) -> dict[str, str]:
    """The page with all changes, and those of these kinds."""
    kinds = (page_with_all, *kinds)
    chain = load_chain(repo.data, EXAMPLE_DAY)
    book = Book(chain, lambda: Report.of(()), lambda view: Failure("missing", view.title), (), found)
    return {page.path.removeprefix("handboek/"): page.text for kind in kinds for page in kind.pages(book)}


def test_each_change_is_told_on_its_day_and_no_author_is(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_AUTHOR_NAME", "Sandra Jansen")
    for setting in ("log.follow", "log.showSignature"):
        repo.git("config", setting, "true")
    for day, work in (("2026-03-01", rename), ("2026-03-02", lengthen)):
        monkeypatch.setenv("GIT_COMMITTER_DATE", f"{day}T12:00:00+0100")
        work(repo)
        repo.commit("Van Sandra <b>Jansen</b>")
    (repo.folder / "README.md").write_text("Hallo", "utf-8")
    repo.commit("Niets aan de gegevens")
    found = history(repo)
    assert [str(change.day) for change in found.changes[:2]] == ["2026-03-02", "2026-03-01"]
    (latest, *_), renamed, begin = sentences(found)
    assert latest.startswith(LONGER)
    assert (renamed, begin) == ((RENAMED,), ())
    assert (found.changes[-1].first, found.reach, found.older) == (True, Reach.ALL, 0)
    made = pages(repo, found, partner, agreement)
    assert not [path for path, text in made.items() if "Sandra" in text]
    page = made["wijzigingen.md"]
    assert page.index("## 2 maart 2026") < page.index("## 1 maart 2026") < page.index(RENAMED)
    assert f"### Opvang De Beuk {{ #wijziging-{found.changes[1].commit[:12]} }}" in page
    assert "[Opvang De Beuk](partners/opvang-de-linde.md)" in page


def test_a_record_tells_its_own_changes(repo: Repo) -> None:
    rename(repo)
    repo.commit("Een")
    lengthen(repo)
    repo.commit("Twee")
    made = pages(repo, history(repo), partner, agreement)
    title = "## Gewijzigd in dit handboek"
    assert RENAMED in made["partners/opvang-de-linde.md"].partition(title)[2]
    assert LONGER in made["afspraken/huisverbod.md"].partition(title)[2]
    assert title not in made["partners/politie-tweebeken.md"]


def test_a_merge_is_one_change(repo: Repo) -> None:
    repo.git("checkout", "-q", "-b", "werk")
    rename(repo)
    repo.commit("Een")
    rename(repo, "De Beuk", "De Es")
    repo.commit("Twee")
    repo.git("checkout", "-q", "main")
    repo.git("merge", "-q", "--no-ff", "--no-edit", "werk")
    assert sentences(history(repo)) == [("Opvang De Linde heet voortaan Opvang De Es.",), ()]


def test_old_changes_lead_to_the_record_that_it_is_now(repo: Repo) -> None:
    lengthen(repo)
    repo.commit("Langer")
    repo.git("mv", "data/afspraken/huisverbod.yaml", "data/afspraken/verbod-thuis.yaml")
    for path in repo.data.rglob("*.yaml"):
        path.write_text(path.read_text("utf-8").replace("opvang-de-linde", "opvang-linde"), "utf-8")
    repo.commit("Andere namen voor bestand en record")
    found = history(repo)
    assert [change.silent for change in found.changes] == [True, False, False]
    assert LONGER in pages(repo, found, agreement)["afspraken/verbod-thuis.md"].partition("## Gewijzigd")[2]
    rename(repo)
    repo.commit("Nieuwe naam")
    assert ("partner", "opvang-linde") in history(repo).by_record


def test_a_region_that_moved_keeps_its_history(repo: Repo) -> None:
    rename(repo)
    repo.commit("Nieuwe naam")
    repo.git("mv", "data", "regio")
    repo.commit("Andere map")
    found = history(repo, folder="regio")
    assert sentences(found) == [(), (RENAMED,), ()]
    assert [change.first for change in found.changes] == [False, False, True]


def test_a_region_at_the_top_has_a_history(repo: Repo) -> None:
    for path in repo.data.iterdir():
        repo.git("mv", f"data/{path.name}", path.name)
    repo.commit("Naar boven")
    replace(repo.folder / "partners.yaml", "naam: Opvang De Linde", "naam: Opvang De Beuk")
    repo.commit("Nieuwe naam")
    assert sentences(history(repo, folder=".")) == [(RENAMED,), (), ()]


def test_only_the_newest_are_told_and_the_others_counted(repo: Repo) -> None:
    for new, old in (("De Beuk", "De Linde"), ("De Es", "De Beuk"), ("De Iep", "De Es")):
        rename(repo, old, new)
        repo.commit(new)
    found = history(repo, most=2)
    assert (len(found.changes), found.older, found.reach) == (2, 2, Reach.ALL)
    assert (
        "2 wijzigingen zijn ouder dan de 2 die hier zijn nagekeken." in pages(repo, found)["wijzigingen.md"]
    )


def test_a_change_is_told_once_and_then_kept(repo: Repo) -> None:
    rename(repo)
    repo.commit("Nieuwe naam")
    assert sentences(history(repo))[0] == (RENAMED,)
    (kept,) = (repo.folder.parent / "bewaard").iterdir()
    kept.write_text(kept.read_text("utf-8").replace(RENAMED, "Bewaard."), "utf-8")
    assert sentences(history(repo))[0] == ("Bewaard.",)
    for broken in ("", "[]", "{}", '{"said": 1}', "\ufeff"):
        kept.write_text(broken, "utf-8")
        assert sentences(history(repo))[0] == (RENAMED,)


def test_a_shallow_clone_does_not_call_its_edge_the_beginning(repo: Repo, tmp_path: Path) -> None:
    rename(repo)
    repo.commit("Een")
    lengthen(repo)
    repo.commit("Twee")
    for depth, told in ((1, 0), (2, 1), (3, 3)):
        clone = tmp_path / f"diep-{depth}"
        repo.git("clone", "-q", "--depth", str(depth), repo.folder.as_uri(), str(clone))
        found = read_history(clone / "data", tmp_path / "bewaard")
        assert (len(found.changes), found.reach) == (told, Reach.CUT if depth < 3 else Reach.ALL)
        assert ("De geschiedenis is hier niet volledig" in pages(repo, found)["wijzigingen.md"]) == (
            depth < 3
        )


def test_a_clone_without_old_files_is_cut_too(repo: Repo, tmp_path: Path) -> None:
    rename(repo)
    repo.commit("Een")
    repo.git("config", "uploadpack.allowFilter", "true")
    repo.git("clone", "-q", "--filter=blob:none", repo.folder.as_uri(), str(tmp_path / "deels"))
    found = read_history(tmp_path / "deels" / "data", tmp_path / "bewaard")
    assert found.reach is Reach.CUT
    assert not [change for change in found.changes if not change.first]


def test_without_git_or_a_repository_the_page_says_so(
    repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(repo.data, tmp_path / "los")
    assert read_history(tmp_path / "los", tmp_path / "bewaard") == History()
    repo.git("rm", "-q", "-r", "--cached", "data")
    repo.git("update-ref", "-d", "HEAD")
    assert history(repo) == History()
    monkeypatch.setenv("PATH", "")
    assert history(repo) == History()
    assert "niets bekend over eerdere wijzigingen" in pages(repo, History())["wijzigingen.md"]


@pytest.mark.parametrize(
    "broken", ["partners:\n\t- id: x\n", "partners: 7\n", "partners:\n  - id: x\n", "\x00", "- &a [*a]\n"]
)
def test_a_broken_version_is_told_as_such(repo: Repo, broken: str) -> None:
    whole = (repo.data / "partners.yaml").read_text("utf-8")
    (repo.data / "partners.yaml").write_text(broken, "utf-8")
    repo.commit("Stuk")
    (repo.data / "partners.yaml").write_text(whole, "utf-8")
    repo.commit("Heel")
    found = history(repo)
    assert [change.told.whole for change in found.changes] == [False, False, True]
    assert "niet te lezen" in pages(repo, found)["wijzigingen.md"]


def test_what_was_taken_out_about_a_person_stays_out(repo: Repo) -> None:
    path = repo.data / "begrippen.yaml"
    term = (
        "  - id: proef\n    naam: proef\n    betekenis: Vraag het aan mevrouw Sandra Jansen, 06-12345678.\n"
    )
    begin = path.read_text("utf-8")
    path.write_text(begin + term, "utf-8")
    repo.commit("Met een naam")
    path.write_text(begin + term.replace("mevrouw Sandra Jansen, 06-12345678", "het team"), "utf-8")
    repo.commit("Zonder naam")
    found = history(repo)
    assert sentences(found)[:2] == [(WITHHELD,), (WITHHELD,)]
    kept = [path.read_text("utf-8") for path in (repo.folder.parent / "bewaard").iterdir()]
    assert not [text for text in kept if "Jansen" in text or "06-" in text]


def test_a_hostile_name_is_only_text(repo: Repo) -> None:
    rename(repo, "De Linde", "'<script>alert(1)</script>[x](javascript:1) {{ 7 }} | # *k*'".strip("'"))
    replace(repo.data / "partners.yaml", "naam: Opvang <script>", "naam: 'Opvang <script>")
    replace(repo.data / "partners.yaml", "| # *k*", "| # *k*'")
    repo.commit("Kwaad")
    page = pages(repo, history(repo))["wijzigingen.md"]
    assert "alert" in page
    assert not [sign for sign in ("<script", "[x]", "{{", "*k*") if sign in page]
