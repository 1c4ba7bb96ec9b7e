"""The handbook on paper, made by the browser of this computer."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ketenhandboek.rules import example
from ketenhandboek.rules.example import EXAMPLE_DAY
from ketenhandboek.site import paper
from ketenhandboek.site.paper import print_pdf
from ketenhandboek.site.take import PDF, take_pdf
from ketenhandboek.site.trouble import BuildError

pytestmark = pytest.mark.browser

REGION = Path(example.__file__).parent / "voorbeeldregio"


@pytest.mark.usefixtures("browser")
def test_the_pdf_is_tagged_dutch_and_holds_many_pages(tmp_path: Path) -> None:
    content = take_pdf(REGION, None, tmp_path, today=EXAMPLE_DAY).read_bytes()
    assert content.startswith(b"%PDF-")
    assert b"/StructTreeRoot" in content
    assert re.search(rb"/Marked true", content)
    assert b"/Lang (nl)" in content
    assert max(map(int, re.findall(rb"/Count (\d+)", content))) > 20


def test_without_a_browser_the_reader_hears_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("CHROMIUM", str(tmp_path / "geen"))
    monkeypatch.setattr(paper, "_PLACES", ())
    with pytest.raises(BuildError, match="Voor een PDF is Chromium of Chrome nodig"):
        take_pdf(REGION, None, tmp_path, today=EXAMPLE_DAY)
    assert not (tmp_path / PDF).exists()


def test_a_browser_that_fails_leaves_no_half_file(
    plain_site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "chromium"
    broken.write_text("#!/bin/sh\nexit 1\n", "utf-8")
    broken.chmod(0o755)
    monkeypatch.setenv("CHROMIUM", str(broken))
    with pytest.raises(BuildError, match="De browser kon er geen PDF van maken"):
        print_pdf(plain_site / "index.html", tmp_path / PDF)
    assert list(tmp_path.iterdir()) == [broken]
