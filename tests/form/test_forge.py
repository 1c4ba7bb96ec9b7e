"""The settings of the form, what is wrong with them in Dutch, and what its page may reach."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from ketenhandboek.form.forge import Forge, read_forge
from ketenhandboek.form.packages import YAML, take
from ketenhandboek.form.page import policy_of
from ketenhandboek.form.trouble import FormError, UnreachableError

if TYPE_CHECKING:
    from pathlib import Path

WRONG: dict[str, tuple[Any, str]] = {
    "nothing": (None, "Zet in mkdocs.yml onder 'extra.formulier' waar de gegevens staan"),
    "an unknown forge": ({"forge": "svn"}, "'svn' is geen forge die het formulier kent. Kies uit: github"),
    "an unknown key": ({"forge": "proef", "branch": "main"}, "'branch' onder 'extra.formulier' is onbekend."),
    "no project": ({"forge": "github"}, "Bij 'project' hoort de eigenaar en de naam"),
    "no address": ({"forge": "forgejo", "project": "a/b"}, "Bij forgejo hoort een 'adres'"),
    "nobody to sign in": (
        {"forge": "forgejo", "project": "a/b", "adres": "https://git.regio.nl"},
        "Bij forgejo hoort 'app'",
    ),
    "an address that is none": (
        {"forge": "gitlab", "project": "a/b", "adres": "git.regio.nl; script-src *"},
        "'git.regio.nl; script-src *' is geen adres dat met https:// begint.",
    ),
    "a folder outside": ({"forge": "proef", "map": "../geheim"}, "Bij 'map' hoort de map met de gegevens"),
}


@pytest.mark.parametrize(("told", "message"), WRONG.values(), ids=WRONG)
def test_wrong_settings_are_told_in_dutch(told: Any, message: str) -> None:
    with pytest.raises(FormError) as error:
        read_forge(told)
    assert message in str(error.value)


BACKENDS: dict[str, tuple[Forge, dict[str, Any], str]] = {
    "github": (
        Forge("github", "regio/handboek"),
        {"name": "github", "repo": "regio/handboek", "branch": "main", "auth_methods": ["token"]},
        "connect-src 'self' data: blob: https://api.github.com;",
    ),
    "own gitlab": (
        Forge("gitlab", "regio/handboek", "https://git.regio.nl/gitlab/", tak="hoofd", app="abc"),
        {
            "name": "gitlab",
            "repo": "regio/handboek",
            "branch": "hoofd",
            "api_root": "https://git.regio.nl/gitlab/api/v4",
            "base_url": "https://git.regio.nl/gitlab",
            "auth_type": "pkce",
            "app_id": "abc",
        },
        "connect-src 'self' data: blob: https://git.regio.nl;",
    ),
    "forgejo": (
        Forge("forgejo", "regio/handboek", "https://git.regio.nl", app="abc"),
        {
            "name": "forgejo",
            "repo": "regio/handboek",
            "branch": "main",
            "api_root": "https://git.regio.nl/api/v1",
            "app_id": "abc",
        },
        "script-src 'self' 'unsafe-eval';",
    ),
    "proef": (Forge("proef"), {"name": "test-repo"}, "connect-src 'self' data: blob:;"),
}


@pytest.mark.parametrize(("forge", "backend", "policy"), BACKENDS.values(), ids=BACKENDS)
def test_a_forge_in_the_words_of_the_editor(forge: Forge, backend: dict[str, Any], policy: str) -> None:
    assert forge.backend == backend
    assert policy in policy_of(forge)["Content-Security-Policy"]


def test_without_npm_the_message_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UnreachableError, match="maak het handboek zonder --formulier"):
        take(YAML, tmp_path)


def test_another_package_than_the_known_one_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FormError) as error:
        take(replace(YAML, integrity="sha512-anders"), tmp_path)
    if isinstance(error.value, UnreachableError):
        pytest.skip(str(error.value))
    assert "is niet het bestand dat wij kennen" in str(error.value)
    assert list(tmp_path.iterdir()) == []
