"""How a command says that it could not do its work."""

from __future__ import annotations

from typing import IO

import click


class Stop(click.ClickException):
    """The command could not do its work; the message is a Dutch sentence."""

    exit_code = 2


class Interrupted(click.ClickException):
    """The reader broke off the work; the exit code is what shells give for Ctrl+C."""

    exit_code = 130

    def __init__(self) -> None:
        super().__init__("Afgebroken.")

    def show(self, file: IO[str] | None = None) -> None:
        """Say only that the work was broken off: that is no fault."""
        click.echo(self.message, file=file, err=file is None)
