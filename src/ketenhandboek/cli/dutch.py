"""What click says itself, in Dutch: usage, options, and what is wrong with them."""

from __future__ import annotations

import gettext
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# Click asks gettext's default domain, and gettext asks the environment for the language.
_DOMAIN, _LANGUAGE = "messages", "LANGUAGE"
_WORDS = os.path.join(os.path.dirname(__file__), "taal")  # noqa: PTH118, PTH120 - pathlib slows the start


@contextmanager
def dutch() -> Iterator[None]:
    """While this holds, click speaks Dutch, whatever the language of the machine."""
    words, language = gettext.bindtextdomain(_DOMAIN), os.environ.get(_LANGUAGE)
    gettext.bindtextdomain(_DOMAIN, _WORDS)
    os.environ[_LANGUAGE] = "nl"
    try:
        yield
    finally:
        gettext.bindtextdomain(_DOMAIN, words)
        os.environ.pop(_LANGUAGE)
        os.environ.update({_LANGUAGE: language} if language is not None else {})
