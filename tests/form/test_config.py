"""Schemas and ids → the configuration of the editor, checked by the editor's own schema."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema_rs
import pytest

from ketenhandboek.chain.load import load_chain
from ketenhandboek.form.choices import Choices
from ketenhandboek.form.fields import Fields
from ketenhandboek.form.forge import Forge
from ketenhandboek.form.page import setup_of
from ketenhandboek.kinds.kind import catalogue
from ketenhandboek.rules import example
from ketenhandboek.rules.example import EXAMPLE_DAY

if TYPE_CHECKING:
    from ketenhandboek.chain.chain import Chain

REGION = Path(example.__file__).parent / "voorbeeldregio"
FORGES = {
    "proef": Forge("proef"),
    "github": Forge("github", "regio/handboek", inloggen="https://inloggen.regio.nl"),
    "gitlab": Forge("gitlab", "groep/regio/handboek", app="abc"),
    "own gitlab": Forge("gitlab", "regio/handboek", "https://git.regio.nl"),
    "own github": Forge("github", "regio/handboek", "https://git.regio.nl"),
}


@pytest.fixture(scope="module")
def chain() -> Chain:
    return load_chain(REGION, EXAMPLE_DAY)


def config(chain: Chain, forge: Forge) -> Any:
    return setup_of(chain, REGION, forge)["config"]


@pytest.mark.parametrize("forge", FORGES.values(), ids=FORGES)
def test_the_editor_accepts_the_configuration(chain: Chain, forge: Forge, schema_of_sveltia: Any) -> None:
    validator = jsonschema_rs.Draft7Validator(schema_of_sveltia)
    made = config(chain, forge)
    assert [error.message for error in validator.iter_errors(made)] == []
    assert not validator.is_valid(made | {"backend": {"name": "github"}})


@pytest.mark.parametrize("forge", [*FORGES.values(), Forge("forgejo", "r/h", "https://git.regio.nl")])
def test_every_change_becomes_a_pull_request_but_on_no_forge(chain: Chain, forge: Forge) -> None:
    mode = "simple" if forge.forge == "proef" else "editorial_workflow"
    assert config(chain, forge)["publish_mode"] == mode


def test_every_kind_stands_where_its_records_stand(chain: Chain) -> None:
    made = {item["name"]: item for item in config(chain, Forge("proef", map="gegevens"))["collections"]}
    assert made.keys() == catalogue().keys()
    assert made["afspraak"]["folder"] == "gegevens/afspraken"
    assert made["partner"]["files"][0]["file"] == "gegevens/partners.yaml"
    assert made["taak"]["files"][0]["file"] == "gegevens/eigen/taken.yaml"


def field(chain: Chain, kind: str, *path: str, open_groups: bool = False) -> dict[str, Any]:
    schema = catalogue()[kind].schema
    found: dict[str, Any] = {"fields": Fields(schema, Choices(chain), open_groups=open_groups).of(schema)}
    for name in path:
        found = next(below for below in found["fields"] if below["name"] == name)
    return found


WIDGETS = {
    "a line": ("partner", ("partners", "naam"), "string"),
    "a text": ("partner", ("partners", "omschrijving"), "text"),
    "a group": ("afspraak", ("geldig",), "object"),
    "a list of groups": ("afspraak", ("partijen",), "list"),
    "a list of words": ("partner", ("partners", "ook_bekend_als"), "list"),
    "a fixed word": ("afspraak", ("stand",), "select"),
    "an id": ("partner", ("partners", "soort"), "select"),
    "several ids": ("afspraak", ("vervangt",), "select"),
}


@pytest.mark.parametrize(("kind", "path", "widget"), WIDGETS.values(), ids=WIDGETS)
def test_a_part_of_a_schema_becomes_a_field(
    chain: Chain, kind: str, path: tuple[str, ...], widget: str
) -> None:
    assert field(chain, kind, *path)["widget"] == widget


def test_a_field_tells_what_the_schema_tells(chain: Chain) -> None:
    found = field(chain, "partner", "partners", "bereikbaar", "telefoon")
    assert found["label"] == "Telefoon"
    assert found["hint"].startswith("Het openbare nummer van de dienst.")
    assert found["pattern"][1].startswith("Schrijf een telefoonnummer")
    assert not found["required"]


def test_a_group_that_is_not_there_asks_for_nothing_where_the_editor_shows_it(chain: Chain) -> None:
    path = ("partners", "meldcode", "beslist")
    assert field(chain, "partner", *path)["required"]
    assert not field(chain, "partner", *path, open_groups=True)["required"]


OPTIONS = {
    "a partner by name": (["partner"], {}, "partner"),
    "a word before the ids": (["taak"], {"woorden": ["einde"]}, "einde"),
    "nothing known": (["partner"], {}, "onbekend"),
    "a moment of a task": (["gebeurtenis"], {}, "triage/einde"),
    "a kind of partner and its function": (["soort"], {"functie": "mag"}, "gemeente/burgemeester"),
    "a record with its kind": (["record"], {}, "taak/triage"),
}


@pytest.mark.parametrize(("targets", "more", "value"), OPTIONS.values(), ids=OPTIONS)
def test_a_reference_becomes_a_picker(chain: Chain, targets: list[str], more: Any, value: str) -> None:
    options = Choices(chain).of({"naar": targets, **more})
    values = [option["value"] for option in options]
    known = next(iter(chain.index.names(("partner",)))) if value == "partner" else value
    assert known in values
    assert len(set(values)) == len(values)
    assert all(option["label"][0] == option["label"][0].upper() for option in options)


def test_every_id_that_the_region_uses_stands_in_its_picker(chain: Chain) -> None:
    choices = Choices(chain)
    for used in chain.index.uses:
        use = used.use
        said = use.said
        reference = {"naar": list(said.targets), "functie": said.function, "woorden": list(said.words)}
        if not said.function:
            del reference["functie"]
        assert use.text in {option["value"] for option in choices.of(reference)}, use.text
