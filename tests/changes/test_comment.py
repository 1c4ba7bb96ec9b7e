"""The comment as a forge gets it: never too long, and no text of a record does anything in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import fromstring

import pytest
from click.testing import CliRunner
from pull_requests import PULL_REQUESTS, REGIONAL, apply

from ketenhandboek.cli.group import main

if TYPE_CHECKING:
    from repository import Repo

GITHUB_TAKES = 65_536
ADDRESS = "https://forge.example/reactie"
HOSTILE = (
    "</details></summary> <img src=x onerror=alert(1)> @iedereen ![x](https://kwaad.example/x.png) | `a` #1"
)
DRAWN = {"svg", "style", "title", "desc", "g", "path", "polygon", "polyline", "ellipse", "text"}
LADDER = "Samenwerking Veilig Thuis, lokaal team en scholen"
SKIPPED = next(item for item in PULL_REQUESTS if item.name == "een-trede-vervalt")


def comment_on(repo: Repo) -> str:
    """The comment on what stands in the working tree."""
    arguments = ("diff", "--peildatum", "2026-03-01", "--out", "reactie", "--adres", ADDRESS)
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0, result.output
    return (repo.folder / "reactie" / "reactie.md").read_text("utf-8")


def test_a_huge_change_still_fits_and_the_rest_is_linked(repo: Repo) -> None:
    terms = "".join(
        f"  - id: woord-{number}\n    naam: woord {number}\n    betekenis: {'Heel lang verhaal. ' * 20}\n"
        for number in range(400)
    )
    apply((*SKIPPED.edits, ("begrippen.yaml", "begrippen:\n", f"begrippen:\n{terms}")), repo.data)
    comment = comment_on(repo)
    assert len(comment.encode()) < GITHUB_TAKES
    assert "-nu.svg)" in comment
    left_out = re.search(
        rf"^(\d+) wijzigingen passen hier niet meer bij\. "
        rf"Alles staat in \[wijzigingen\.txt\]\({ADDRESS}/wijzigingen\.txt\)\.$",
        comment,
        re.MULTILINE,
    )
    assert left_out
    everything = (repo.folder / "reactie" / "wijzigingen.txt").read_text("utf-8")
    told = comment.partition("Begrippen (400)")[2].count("- Er is een nieuw begrip")
    assert everything.count("- Er is een nieuw begrip") == 400
    assert told < 400 <= told + int(left_out[1])


def test_text_from_records_does_nothing_beside_pictures_either(repo: Repo) -> None:
    path = repo.data / REGIONAL
    path.write_text(path.read_text("utf-8").replace(LADDER, f'"{HOSTILE}"'), "utf-8")
    repo.commit("Een vreemde naam")
    apply(SKIPPED.edits, repo.data)
    comment = comment_on(repo)
    assert "Overgeslagen: beleid" in comment
    assert comment.count("<details>") == comment.count("</details>") == comment.count("</summary>")
    assert not any(sign in comment for sign in ("<img", "`a`", " #1", "@iedereen", "https://kwaad"))
    assert all(link.startswith(ADDRESS) for link in re.findall(r"\]\(([^)]*)\)", comment))
    pictures = sorted((repo.folder / "reactie").glob("*.svg"))
    assert len(pictures) == 2
    for picture in pictures:
        tags = {element.tag.partition("}")[2] for element in fromstring(picture.read_text("utf-8")).iter()}
        assert tags <= {
            "svg",
            "style",
            "title",
            "desc",
            "g",
            "path",
            "polygon",
            "polyline",
            "ellipse",
            "text",
        }


@pytest.mark.parametrize("address", ["javascript:alert(1)", "https://a b", "https://x)](y", "forge.example"])
def test_an_address_that_can_not_stand_in_a_link_is_refused(repo: Repo, address: str) -> None:
    for option in ("--adres", "--voorbeeld"):
        result = CliRunner().invoke(main, ["diff", "--out", "reactie", option, address])
        assert (result.exit_code, "is geen adres" in result.stderr) == (2, True)
    assert not (repo.folder / "reactie").exists()


def test_an_address_without_a_folder_is_a_mistake(repo: Repo) -> None:
    assert repo.data.is_dir()
    result = CliRunner().invoke(main, ["diff", "--voorbeeld", ADDRESS])
    assert (result.exit_code, "Noem met --out" in result.stderr) == (2, True)
