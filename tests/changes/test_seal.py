"""`keten teken` writes what was signed into the text, and touches nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from ketenhandboek.chain.fingerprint import fingerprint
from ketenhandboek.changes.seal import sealed
from ketenhandboek.cli.group import main
from ketenhandboek.source.document import Document
from ketenhandboek.source.reader import read_bytes

if TYPE_CHECKING:
    from repository import Repo

TEXT = """\
# Besproken in juni.
titel:   Nachtopvang  # voor iedereen
soort: samenwerkingsafspraak
stand: vastgesteld
{seal}geldig: {{van}}
gebied:
  - regio
themas:
  - alle
""".replace("{{van}}", "\n  van: 2025-01-01")


def teken(*names: str) -> Result:
    return CliRunner().invoke(main, ["teken", *names])


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("seal", ["", "getekende_tekst: sha256:0000000000000000 # oud\n"])
def test_only_the_fingerprint_changes(seal: str, ending: str) -> None:
    text = TEXT.format(seal=seal).replace("\n", ending)
    written = sealed(text.encode(), "x.yaml")
    assert written is not None
    document = read_bytes(written, "x.yaml")
    assert isinstance(document, Document)
    stamp = fingerprint(document.data)
    assert document.data["getekende_tekst"] == stamp
    expected = (
        text.replace("sha256:0000000000000000", stamp) if seal else f"{text}getekende_tekst: {stamp}{ending}"
    )
    assert written == expected.encode()
    assert sealed(written, "x.yaml") is None


def test_after_signing_nobody_must_sign_again(repo: Repo) -> None:
    path = repo.data / "afspraken" / "huisverbod.yaml"
    path.write_text(path.read_text("utf-8").replace("2 kalenderdagen", "1 kalenderdag"), encoding="utf-8")
    changed = CliRunner().invoke(main, ["diff", "main"]).output
    assert teken("huisverbod").output == "De tekst van 'huisverbod' is vastgelegd.\n"
    signed = CliRunner().invoke(main, ["diff", "main"]).output
    assert ("opnieuw tekenen" in changed.lower(), "opnieuw tekenen" in signed.lower()) == (True, False)
    assert teken("huisverbod").output == "De vastgelegde tekst van 'huisverbod' klopt al.\n"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("huisverbot", "Er is geen afspraak 'huisverbot'. Bedoelde u 'huisverbod'?"),
        ("../regio", "Er is geen afspraak '../regio'."),
        ("stuk", "is geen goede afspraak"),
        ("leeg", "is niet te lezen"),
    ],
)
def test_what_can_not_be_signed_is_named(repo: Repo, name: str, said: str) -> None:
    (repo.data / "afspraken" / "stuk.yaml").write_text("titel: X\n", encoding="utf-8")
    (repo.data / "afspraken" / "leeg.yaml").write_text("", encoding="utf-8")
    result = teken(name)
    assert said in result.output
    assert result.exit_code == 2
