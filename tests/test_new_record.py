"""`keten new partner` and its like: a record out of options or answers, in its file, ready for the check."""

from __future__ import annotations

import os
import pty
import select
import shutil
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from ketenhandboek.chain.choices import choices
from ketenhandboek.chain.folder import home
from ketenhandboek.chain.load import load_chain
from ketenhandboek.cli.group import main
from ketenhandboek.kinds.phase import Phase
from ketenhandboek.layout.folder import files_in
from ketenhandboek.rules.check import check
from ketenhandboek.source.document import Document
from ketenhandboek.source.reader import read_text
from ketenhandboek.start.draft import file_data, file_text
from ketenhandboek.start.fields import Field, fields, needed, new_kinds

if TYPE_CHECKING:
    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.kinds.kind import Kind

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "src/ketenhandboek/rules/voorbeeldregio"
DAY = date(2026, 3, 1)
FORM = ("BAS001", "BAS002", "BAS003", "BAS004", "BAS005")
PARTNER = ("--naam", "Buurtteam Elsbroek", "--soort", "vrouwenopvang", "--werkgebied-gebied", "elsbroek")


@pytest.fixture
def region(tmp_path: Path) -> Path:
    folder = Path(shutil.copytree(EXAMPLE, tmp_path / "data"))
    for laid in files_in(folder):
        laid.write()
    return folder


def new(region: Path, kind: str, *options: str) -> Result:
    return CliRunner().invoke(main, ["new", kind, "--map", str(region), *options])


def fitting(field: Field, chain: Chain) -> str:
    """Something that may stand in a field: the first id that exists, the first word, else the example."""
    reference = field.one.get("x-ref")
    found = choices(chain, reference) if reference else field.words
    return next(iter(found), field.example.split(", ")[0])


@pytest.mark.parametrize("kind", new_kinds().values(), ids=lambda kind: kind.name)
def test_every_kind_of_record_can_be_made_from_its_schema_alone(kind: Kind, region: Path) -> None:
    before = load_chain(region, DAY)
    required = [field for field in needed(kind, [("id",)]) if not field.may_be_unknown]
    options = [part for field in required for part in (f"--{field.name}", fitting(field, before))]
    result = new(region, kind.name, *options, "--id", "helemaal-nieuw")
    assert result.exit_code == 0, result.output
    after = load_chain(region, DAY)
    assert after.records.entry(kind.name, "helemaal-nieuw") is not None
    assert check(after, FORM).findings == check(before, FORM).findings == ()
    assert [laid.path for laid in files_in(region / home(kind, "helemaal-nieuw")) if laid.differs] == []


@pytest.mark.parametrize("kind", new_kinds().values(), ids=lambda kind: kind.name)
def test_every_value_has_an_option_of_its_own_with_help(kind: Kind) -> None:
    names = [field.name for field in fields(kind).values()]
    assert len({*names, "map", "help"}) == len(names) + 2
    shown = CliRunner().invoke(main, ["new", kind.name, "--help"]).output
    assert [name for name in names if f"--{name} " not in shown] == []


TEXT = """\
partners:
  - id: politie-tweebeken
    naam: Politie
    soort: politie
    werkgebied:
      - gebied: regio
"""
ADDED = """\
  - id: buurtteam-elsbroek
    naam: Buurtteam Elsbroek
    soort: vrouwenopvang
    werkgebied:
      - gebied: elsbroek
"""


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (TEXT, TEXT + ADDED),
        (TEXT[:-1], TEXT + ADDED),
        (
            f"# kop\n{TEXT}  # over de politie\n# einde\n",
            f"# kop\n{TEXT}  # over de politie\n{ADDED}# einde\n",
        ),
        (TEXT.replace("Politie", "'Politie'  # zo"), TEXT.replace("Politie", "'Politie'  # zo") + ADDED),
        (TEXT.replace("\n  ", "\n"), TEXT.replace("\n  ", "\n") + ADDED.replace("\n  ", "\n")[2:]),
        (TEXT.replace("\n", "\r\n"), (TEXT + ADDED).replace("\n", "\r\n")),
        (f"\ufeff{TEXT}", f"\ufeff{TEXT}{ADDED}"),
    ],
    ids=["below", "no last line end", "remarks", "unusual layout", "items not indented", "Windows", "mark"],
)
def test_a_record_comes_below_the_others_and_no_other_byte_changes(
    region: Path, before: str, after: str
) -> None:
    file = region / "partners.yaml"
    file.write_bytes(before.encode())
    result = new(region, "partner", *PARTNER)
    assert result.exit_code == 0, result.output
    assert file.read_bytes() == after.encode()


@pytest.mark.parametrize(
    ("kind", "options", "says"),
    [
        ("partner", (), "--soort (zoals 'veilig-thuis')"),
        ("partner", (*PARTNER, "--id", "politie"), "'politie' is al de id van een soort partner."),
        (
            "partner",
            (*PARTNER, "--id", "Buurt Team"),
            "--id: 'Buurt Team' kan hier niet. Schrijf 'buurt-team'.",
        ),
        ("partner", (*PARTNER, "--soort", "politie"), "--soort kan maar één keer."),
        (
            "partner",
            ("--soort", "vrouwenopvan"),
            "Er is geen soort partner 'vrouwenopvan'. Bedoelde u 'vrouwenopvang'",
        ),
        ("partner", ("--werkgebied-gebied", "elsbroekk"), "Bedoelde u 'elsbroek'"),
        ("partner", ("--naam", "Jan\nJansen"), "Zet alles op één regel"),
        ("partner", ("--naam", "a\0b"), "--naam: "),
        ("afspraak", ("--soort", "convenent"), "Bedoelde u 'convenant'?"),
        ("afspraak", ("--id", "../../weg"), "--id: "),
        ("casus", ("--fictief", "nee"), "Een casus over echte mensen hoort hier nooit"),
        (
            "taak",
            ("--id", "triage", "--naam", "Triage", "--fase", "signaleren", "--verdeling", "een"),
            "bestaat al",
        ),
        ("partnr", (), "Bedoelde u 'partner'?"),
    ],
)
def test_what_can_not_be_is_refused_and_nothing_is_written(
    region: Path, kind: str, options: tuple[str, ...], says: str
) -> None:
    before = {path: path.read_bytes() for path in region.rglob("*.yaml")}
    result = new(region, kind, *options)
    assert (result.exit_code, says in result.output) == (2, True), result.output
    assert {path: path.read_bytes() for path in region.rglob("*.yaml")} == before


def test_a_national_record_can_be_replaced_with_a_reason(region: Path) -> None:
    options = ("--id", "signaleren", "--naam", "Zien en melden")
    alone = new(region, "fase", *options, "--vervangt-landelijk", "ja")
    assert (alone.exit_code, "--reden" in alone.output) == (2, True), alone.output
    result = new(region, "fase", *options, "--vervangt-landelijk", "ja", "--reden", "Zo heet het hier.")
    assert result.exit_code == 0, result.output
    assert load_chain(region, DAY).records.of(Phase)["signaleren"].reason == "Zo heet het hier."


def test_a_record_is_never_written_over_another(region: Path) -> None:
    assert new(region, "partner", *PARTNER).exit_code == 0
    again = new(region, "partner", *PARTNER)
    assert (again.exit_code, "De id 'buurtteam-elsbroek' staat er al." in again.output) == (2, True)
    existing = next((region / "afspraken").glob("*.yaml"))
    options = ("--titel", "Nieuw", "--soort", "convenant", "--stand", "concept", "--gebied", "regio")
    taken = new(region, "afspraak", *options, "--themas", "alle", "--id", existing.stem)
    assert (taken.exit_code, "staat er al" in taken.output) == (2, True)


def test_a_link_to_another_file_is_left_alone(region: Path, tmp_path: Path) -> None:
    outside = tmp_path / "elders.yaml"
    (region / "partners.yaml").rename(outside)
    (region / "partners.yaml").symlink_to(outside)
    before = outside.read_bytes()
    result = new(region, "partner", *PARTNER)
    assert (result.exit_code, "is een koppeling" in result.output) == (2, True), result.output
    assert outside.read_bytes() == before


@given(
    text=st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=40)
)
@settings(max_examples=60, deadline=None)
def test_any_text_is_written_as_it_is(text: str) -> None:
    kind = new_kinds()["begrip"]
    data = file_data(kind, {("id",): ["woord"], ("naam",): [text], ("betekenis",): [text]})
    document = read_text(file_text(kind, data), "begrippen.yaml")
    assert isinstance(document, Document)
    assert document.data["begrippen"] == [{"id": "woord", "naam": text, "betekenis": text}]


def converse(region: Path, kind: str, answers: list[str]) -> str:
    """What a terminal shows when somebody types these answers, each after a question."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.environ["COLUMNS"] = "200"
        code = "from ketenhandboek.cli.group import main; main()"
        os.execv(sys.executable, [sys.executable, "-c", code, "new", kind, "--map", str(region)])
    shown = ""
    left = iter(answers)
    while select.select([terminal], [], [], 30)[0]:
        try:
            piece = os.read(terminal, 4096).decode("utf-8", "replace")
        except OSError:
            break
        if not piece:
            break
        shown += piece
        if shown.endswith((": ", "]: ")):
            os.write(terminal, (next(left, "\x03") + "\n").encode())
    os.close(terminal)
    _, status = os.waitpid(pid, 0)
    assert os.waitstatus_to_exitcode(status) == 0, shown
    return shown


def test_in_a_terminal_it_asks_until_every_answer_will_do(region: Path) -> None:
    answers = [
        "Buurtteam Elsbroek",
        "",
        "?",
        "vrouwenopvan",
        "Vrouwenopvang",
        "elsbroekk",
        "elsbroek, berkenrade",
    ]
    shown = converse(region, "partner", answers)
    assert "Naam: " in shown
    assert "De naam van de organisatie zoals zij die zelf gebruikt." in shown
    assert "[buurtteam-elsbroek]" in shown
    assert "veilig-thuis - Veilig Thuis" in shown
    assert "Bedoelde u 'vrouwenopvang'" in shown
    assert "Bedoelde u 'elsbroek'" in shown
    partner = load_chain(region, DAY).binding.partners["buurtteam-elsbroek"]
    assert (partner.kind, [area.area for area in partner.work_areas]) == (
        "vrouwenopvang",
        ["elsbroek", "berkenrade"],
    )


def test_in_a_terminal_not_knowing_is_an_answer(region: Path) -> None:
    shown = converse(region, "afspraak", ["Samen optrekken", "", "convenant", "concept", "", "regio", "alle"])
    assert "afspraken/samen-optrekken.yaml" in shown
    assert "van: onbekend" in (region / "afspraken/samen-optrekken.yaml").read_text("utf-8")
