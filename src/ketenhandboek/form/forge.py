"""Where the records stand: the forge that `extra.formulier` in the settings of the site names."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from typing import Any
from urllib.parse import urlsplit

from ketenhandboek.form.trouble import FormError
from ketenhandboek.wording import listed

PRACTICE = "proef"
"""No forge at all: the browser keeps a copy of the records, to try the form with."""
DECAP_ON = "forgejo"
"""The forge on which Sveltia CMS opens no pull requests, and Decap CMS does."""
_WHERE = "extra.formulier"
_HOMES = {"github": "https://github.com", "gitlab": "https://gitlab.com", "forgejo": "", PRACTICE: "-"}
_BY_TOKEN = {"auth_methods": ["token"]}
_ADDRESS = re.compile(r"https://[\w.-]+(:[0-9]+)?(/[\w./-]*)?")
_PROJECT = re.compile(r"[\w.-]+(/[\w.-]+)+")


@dataclass(frozen=True, slots=True)
class Forge:
    """A project on a forge; the fields are the keys under `extra.formulier`.

    `map` is the folder of the records in the project, `tak` its main branch. `app` is the number with which
    the forge knows the form, `inloggen` the server that signs in for GitHub.
    """

    forge: str
    project: str = ""
    adres: str = ""
    tak: str = "main"
    map: str = "data"
    app: str = ""
    inloggen: str = ""

    @property
    def home(self) -> str:
        """The address of the forge, without a slash at the end."""
        return (self.adres or _HOMES[self.forge]).rstrip("/")

    @property
    def connections(self) -> tuple[str, ...]:
        """The origins that the form must reach; nothing else may be asked for."""
        if self.forge == PRACTICE:
            return ()
        api = "https://api.github.com" if self.home == _HOMES["github"] else _origin(self.home)
        return (api,)

    @property
    def backend(self) -> dict[str, Any]:
        """The project in the words of the editor."""
        if self.forge == PRACTICE:
            return {"name": "test-repo"}
        return {"name": self.forge, "repo": self.project, "branch": self.tak} | self._sign_in()

    def _sign_in(self) -> dict[str, Any]:
        """Where the forge answers, and who signs in: the editor would else ask a service of others."""
        if self.forge == DECAP_ON:
            return {"api_root": f"{self.home}/api/v1", "app_id": self.app}
        if self.forge == "gitlab":
            known = {"auth_type": "pkce", "app_id": self.app} if self.app else _BY_TOKEN
            return {"api_root": f"{self.home}/api/v4", "base_url": self.home, **known}
        own = {} if self.home == _HOMES["github"] else {"api_root": f"{self.home}/api/v3"}
        return own | ({"base_url": self.inloggen.rstrip("/")} if self.inloggen else _BY_TOKEN)


def read_forge(told: Any) -> Forge:
    """The forge in the settings. Raises FormError for what is missing or can't be."""
    if not isinstance(told, dict) or "forge" not in told:
        raise FormError(
            f"Zet in mkdocs.yml onder '{_WHERE}' waar de gegevens staan: 'forge' en 'project'. "
            f"Wilt u het formulier alleen proberen? Schrijf dan 'forge: {PRACTICE}'."
        )
    known = [field.name for field in fields(Forge)]
    if unknown := [name for name in told if name not in known]:
        raise FormError(f"'{unknown[0]}' onder '{_WHERE}' is onbekend. Kies uit: {listed(known, 'of')}.")
    forge = Forge(**{name: str(value).strip() for name, value in told.items()})
    for complaint in _complaints(forge):
        raise FormError(f"{complaint} Verbeter dit in mkdocs.yml onder '{_WHERE}'.")
    return forge


def _complaints(forge: Forge) -> list[str]:
    if forge.forge not in _HOMES:
        return [f"'{forge.forge}' is geen forge die het formulier kent. Kies uit: {listed(_HOMES, 'of')}."]
    wrong = []
    if forge.forge != PRACTICE and not _PROJECT.fullmatch(forge.project):
        wrong.append("Bij 'project' hoort de eigenaar en de naam, zoals 'regio/handboek'.")
    if forge.forge != PRACTICE and not forge.home:
        wrong.append(f"Bij {forge.forge} hoort een 'adres', zoals 'https://git.regio.nl'.")
    if forge.forge == DECAP_ON and not forge.app:
        wrong.append("Bij forgejo hoort 'app': de id waarmee de forge het formulier kent.")
    wrong += [
        f"'{address}' is geen adres dat met https:// begint."
        for address in (forge.adres, forge.inloggen)
        if address and not _ADDRESS.fullmatch(address)
    ]
    if ".." in forge.map.split("/") or forge.map.startswith("/"):
        wrong.append("Bij 'map' hoort de map met de gegevens binnen het project, zoals 'data'.")
    return wrong


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"
