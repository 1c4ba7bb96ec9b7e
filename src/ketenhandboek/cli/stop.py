"""How a command says that it could not do its work."""

from __future__ import annotations

from typing import IO

import click


class Stop(click.ClickException):
    """The command could not do its work."""

    exit_code = 2

    def show(self, file: IO[str] | None = None) -> None:
        """Say why, in Dutch, on standard error."""
        click.echo(f"Fout: {self.format_message()}", file=file, err=file is None)
