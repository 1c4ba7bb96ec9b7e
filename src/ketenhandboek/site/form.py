"""The form as a part of the site: where it stands, and what its page needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.form.forge import read_forge
from ketenhandboek.form.page import policy_of, write_form
from ketenhandboek.form.trouble import FormError
from ketenhandboek.site.trouble import BuildError

if TYPE_CHECKING:
    from pathlib import Path

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.form.forge import Forge
    from ketenhandboek.site.settings import Settings

FORM = "redactie/formulier"
"""Where the form stands in the site."""


def forge_of(settings: Settings) -> Forge:
    """The forge that the settings name. Raises BuildError."""
    try:
        return read_forge(settings.values.extra.get("formulier"))
    except FormError as error:
        raise BuildError(str(error)) from None


def add_form(chain: Chain, records: Path, forge: Forge, site: Path) -> dict[str, str]:
    """Write the form into a built site; returns the headers that it needs in place of those of the site.

    Raises BuildError when the editor can't be had, or OSError.
    """
    try:
        write_form(chain, records, forge, site / FORM)
    except FormError as error:
        raise BuildError(str(error)) from None
    return policy_of(forge)
