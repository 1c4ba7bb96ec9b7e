"""What a policy officer reads under a pull request. `UPDATE_GOLDENS=1` writes it again."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from pull_requests import PULL_REQUESTS, PullRequest, apply

from ketenhandboek.cli.group import main

if TYPE_CHECKING:
    from repository import Repo

GOLDEN = Path(__file__).parent / "golden"
ADDRESS, PREVIEW = "https://forge.example/reactie", "https://forge.example/voorbeeld"
DIFF = ("diff", "--peildatum", "2026-03-01", "--out", "reactie", "--adres", ADDRESS, "--voorbeeld", PREVIEW)


@pytest.mark.parametrize("request_", PULL_REQUESTS, ids=lambda item: item.name)
def test_the_comment_says_what_changes(repo: Repo, request_: PullRequest) -> None:
    apply(request_.before, repo.data)
    repo.commit("Zoals het was")
    repo.git("checkout", "-q", "-b", request_.name)
    apply(request_.edits, repo.data)
    result = CliRunner().invoke(main, DIFF)
    comment = (repo.folder / "reactie" / "reactie.md").read_text("utf-8")
    golden = GOLDEN / f"{request_.name}.md"
    if "UPDATE_GOLDENS" in os.environ:
        golden.write_text(comment, encoding="utf-8")
    assert (result.exit_code, comment) == (0, golden.read_text("utf-8"))
