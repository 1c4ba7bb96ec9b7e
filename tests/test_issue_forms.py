"""`keten new formulieren`: forms on the forge for the changes that are asked for most."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from ketenhandboek.cli.group import main
from ketenhandboek.kinds.kind import catalogue
from ketenhandboek.start.fields import record_schema
from ketenhandboek.start.forms import FORMS, Form, form_files

ABOUT_PEOPLE = ("Uw naam", "E-mail", "Telefoon", "Geboortedatum", "Adres", "Cliënt", "Casus")
each_form = pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)


def new(*options: str) -> Result:
    return CliRunner().invoke(main, ["new", "formulieren", *options])


def written(form: Form) -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load(form_files("github")[f".github/ISSUE_TEMPLATE/{form.name}.yml"])
    return content


def test_the_forms_are_what_github_asks_of_a_form(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert new().exit_code == 0
    files = sorted((tmp_path / ".github/ISSUE_TEMPLATE").iterdir())
    assert len(files) == 5
    schema = ["--builtin-schema", "vendor.github-issue-forms"]
    command = [sys.executable, "-m", "check_jsonschema", *schema, *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@each_form
def test_names_in_a_form_are_its_own(form: Form) -> None:
    items = [item for item in written(form)["body"] if "id" in item]
    labels = [item["attributes"]["label"] for item in items]
    assert len({item["id"] for item in items}) == len(set(labels)) == len(items)
    assert not set(labels) & set(ABOUT_PEOPLE)


@each_form
def test_a_form_asks_what_the_schema_explains(form: Form) -> None:
    schema = record_schema(catalogue()[form.kind])
    keys = (schema["properties"][form.part]["items"] if form.part else schema)["properties"]
    asked = {item["id"]: item for item in written(form)["body"] if "id" in item}
    for key in (*form.asked, *form.keys):
        item = asked[key.replace("_", "-")]
        assert item["attributes"]["description"] == keys[key]["description"]
        assert item["validations"]["required"] == (key in form.asked)


@pytest.mark.parametrize("forge", ["forgejo", "github", "gitlab"])
def test_every_form_warns_before_it_asks_and_has_a_promise_at_its_end(forge: str) -> None:
    for text in form_files(forge).values():
        plain = " ".join(text.split())
        warning, promise = (
            plain.index("Schrijf niets over een casus"),
            plain.index("In deze melding staat niets"),
        )
        assert warning < plain.index("Wat verandert er") < promise


def test_gitlab_and_forgejo_find_their_forms() -> None:
    assert {Path(path).parent.as_posix() for path in form_files("gitlab")} == {".gitlab/issue_templates"}
    assert {Path(path).parent.as_posix() for path in form_files("forgejo")} == {".forgejo/issue_template"}
    assert list(form_files("forgejo").values()) == list(form_files("github").values())


def test_a_form_that_a_region_changed_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    own = tmp_path / ".github/ISSUE_TEMPLATE/partner-erbij.yml"
    own.parent.mkdir(parents=True)
    own.write_text("name: Van ons\n", "utf-8")
    result = new()
    assert (result.exit_code, "bestaat al en is anders" in result.output) == (2, True)
    assert (list(own.parent.iterdir()), own.read_text("utf-8")) == ([own], "name: Van ons\n")
