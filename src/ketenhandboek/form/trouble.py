"""How the form says that it cannot be made."""

from __future__ import annotations


class FormError(Exception):
    """The form could not be made; the message is Dutch and says what to do."""


class UnreachableError(FormError):
    """The code of others can't be had: npm is not there, or can't reach the registry."""
