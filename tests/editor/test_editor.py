"""`keten new editor`: explanation, choices and checking in an editor, by the schemas of the region itself."""

from __future__ import annotations

import json
import re
import shutil
from contextlib import chdir
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from jsonschema_rs import Draft202012Validator
from language_server import MissingError, Server, installed

from ketenhandboek.chain.folder import list_folder
from ketenhandboek.chain.load import load_chain
from ketenhandboek.cli.group import main
from ketenhandboek.export.schemas import regional_schemas
from ketenhandboek.kinds.formats import FORMATS, KEYWORDS
from ketenhandboek.kinds.kind import catalogue
from ketenhandboek.source.document import Document
from ketenhandboek.source.reader import read_file
from ketenhandboek.start.editor import editor_files

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.kinds.kind import Schema
    from ketenhandboek.source.document import Data

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "src/ketenhandboek/rules/voorbeeldregio"
DAY = date(2026, 3, 1)
PARTNERS = """\
partners:
  - id: nieuw
    naam: Nieuw
    soort: politie
    werkgebied:
      - gebied: regio
"""
AGREEMENT = """\
titel: Nieuwe werkwijze
soort: werkinstructie
stand: concept
geldig:
  van: 2026-06-01
gebied:
  - regio
themas:
  - alle
verantwoordelijkheden:
  - id: triage
    taak: triage
    eindverantwoordelijk: veilig-thuis
"""


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copied region with the settings and schemas that the command makes for it."""
    folder = tmp_path_factory.mktemp("handboek")
    shutil.copytree(EXAMPLE, folder / "data")
    with chdir(folder):
        result = CliRunner().invoke(main, ["new", "editor"])
    assert result.exit_code == 0, result.output
    return folder


@pytest.fixture(scope="module")
def server(workspace: Path, pytestconfig: pytest.Config) -> Iterator[Server]:
    cache = pytestconfig.cache
    assert cache is not None
    try:
        program = installed(cache.mkdir("yaml-language-server"))
    except MissingError as error:
        pytest.skip(str(error))
    running = Server(program, workspace)
    # The first answer comes before the server has read its settings.
    running.complaints("data/partners.yaml", PARTNERS)
    yield running
    running.stop()


@pytest.mark.parametrize(
    ("file", "text", "offers"),
    [
        ("data/partners.yaml", PARTNERS.replace("politie", "|"), ("veilig-thuis", "Veilig Thuis (soort)")),
        ("data/partners.yaml", PARTNERS.replace("regio", "|"), ("elsbroek", "Elsbroek (gemeente)")),
        ("data/afspraken/x.yaml", AGREEMENT.replace("taak: triage", "taak: |"), ("triage", "Triage (taak)")),
        (
            "data/afspraken/x.yaml",
            AGREEMENT.replace("veilig-thuis", "|"),
            ("veilig-thuis-tweebeken", "Veilig Thuis Tweebeken (partner)"),
        ),
        (
            "data/afspraken/x.yaml",
            AGREEMENT.replace("veilig-thuis", "veilig-thuis\n    beslist: |"),
            ("veilig-thuis/teammanager", "teammanager van Veilig Thuis"),
        ),
        (
            "data/overleggen.yaml",
            "overleggen:\n  - id: weekstart\n    naam: Weekstart\n    soort: regiegroep\n    voorzitter: |\n",
            ("gemeente-elsbroek", "Gemeente Elsbroek (partner)"),
        ),
        (
            "data/begrippen.yaml",
            "begrippen:\n  - id: x\n    naam: x\n    betekenis: x\n    zie_ook:\n      - |\n",
            ("veiligheidsplan", "veiligheidsplan (begrip)"),
        ),
        (
            "data/begrippen.yaml",
            "begrippen:\n  - id: x\n    |\n",
            ("betekenis", "Wat het woord in deze regio betekent. Gebruik gewone woorden."),
        ),
    ],
    ids=["kind", "area", "task", "partner", "function", "chair", "term", "key"],
)
def test_completion_offers_what_the_region_has(
    server: Server, file: str, text: str, offers: tuple[str, str]
) -> None:
    offered = server.complete(file, text)
    label, said = offers
    assert offered.get(label) == said, offered


@pytest.mark.parametrize(
    ("file", "text", "says"),
    [
        (
            "data/partners.yaml",
            PARTNERS.replace("werkgebied", "werk|gebied"),
            ["Werkgebied", "Waar de organisatie werkt"],
        ),
        ("data/partners.yaml", PARTNERS.replace("politie", "pol|itie"), ["Soort", "Politie (soort)"]),
        ("data/afspraken/x.yaml", AGREEMENT.replace("stand", "st|and"), ["Stand", "Hoe ver de afspraak is."]),
        (
            "data/afspraken/x.yaml",
            AGREEMENT.replace("veilig-thuis", "veilig-|thuis-tweebeken"),
            ["Veilig Thuis Tweebeken (partner)"],
        ),
    ],
    ids=["key", "kind", "word", "partner"],
)
def test_hover_explains_a_key_and_says_who_an_id_is(
    server: Server, file: str, text: str, says: list[str]
) -> None:
    shown = server.hover(file, text)
    assert [said for said in says if said not in shown] == [], shown


def test_a_wrong_key_is_marked_and_an_id_that_is_still_to_come_is_not(server: Server) -> None:
    wrong = server.complaints("data/partners.yaml", PARTNERS.replace("soort", "soorten"))
    assert any("soorten" in said for said in wrong), wrong
    assert server.complaints("data/partners.yaml", PARTNERS.replace("politie", "nog-te-maken")) == []


def test_nothing_is_marked_in_a_region_without_faults(server: Server, workspace: Path) -> None:
    texts = {path.relative_to(workspace).as_posix(): path for path in (workspace / "data").rglob("*.yaml")}
    assert {file: server.complaints(file, path.read_text("utf-8")) for file, path in texts.items()} == {
        file: [] for file in texts
    }


def test_each_file_of_a_region_has_the_schema_of_its_kind(workspace: Path) -> None:
    tied = json.loads((workspace / ".vscode/settings.json").read_text("utf-8"))["yaml.schemas"]
    for found in list_folder(workspace / "data").files:
        assert found.kind is not None
        schemas = [
            name for name, patterns in tied.items() if any(_fits(found.inside, item) for item in patterns)
        ]
        assert schemas == [f"./.vscode/schema/{found.kind.schema_name}"]
        assert (workspace / schemas[0]).is_file()


def _fits(inside: str, pattern: str) -> bool:
    return bool(re.fullmatch(re.escape(pattern).replace(r"\*", "[^/]*"), f"data/{inside}"))


def judge(schema: Schema) -> Draft202012Validator:
    return Draft202012Validator(schema, formats=FORMATS, validate_formats=True, keywords={**KEYWORDS})


def damaged(data: Data) -> Iterator[Data]:
    """The data with one text in it replaced by what no id can be, for each text."""
    if isinstance(data, dict | list):
        for place, value in data.items() if isinstance(data, dict) else enumerate(data):
            for worse in damaged(value):
                copy: Any = data.copy()
                copy[place] = worse
                yield copy
    else:
        yield "Geen id: \x01"


@pytest.mark.parametrize(
    "folder", [EXAMPLE, ROOT / "voorbeelden/hart-van-brabant-2020/2020"], ids=["example", "practice"]
)
def test_a_schema_with_choices_accepts_what_the_schema_of_the_kind_accepts(folder: Path) -> None:
    offering = regional_schemas(load_chain(folder, DAY))
    for found in list_folder(folder).files:
        document = read_file(found.path, found.inside)
        assert isinstance(document, Document)
        assert found.kind is not None
        own, offered = judge(found.kind.schema), judge(offering[found.kind.schema_name])
        assert offered.is_valid(document.data)
        for worse in list(damaged(document.data))[:300]:
            assert own.is_valid(worse) == offered.is_valid(worse)


def test_every_kind_has_a_schema_with_its_own_name() -> None:
    schemas = regional_schemas(load_chain(EXAMPLE, DAY))
    assert {name: schema["$id"] for name, schema in schemas.items()} == {
        kind.schema_name: kind.schema["$id"] for kind in catalogue().values()
    }


def test_settings_of_somebody_else_are_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(EXAMPLE, tmp_path / "data")
    (tmp_path / ".vscode").mkdir()
    (tmp_path / ".vscode/settings.json").write_text("{}\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["new", "editor"])
    assert (result.exit_code, "bestaat al en is anders" in result.output) == (2, True)
    assert [path.name for path in (tmp_path / ".vscode").iterdir()] == ["settings.json"]
    assert (tmp_path / ".vscode/settings.json").read_text("utf-8") == "{}\n"


@pytest.mark.parametrize("name", editor_files("data"))
def test_the_repository_has_the_settings_that_the_command_makes(name: str) -> None:
    assert (ROOT / name).read_text("utf-8") == editor_files("data")[name]
