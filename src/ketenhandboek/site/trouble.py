"""How the site says that it cannot be built."""

from __future__ import annotations


class BuildError(Exception):
    """The site could not be built; the message is Dutch and says what to do."""
