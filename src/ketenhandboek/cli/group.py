"""The command itself: which subcommands there are, and how it ends."""

from __future__ import annotations

import gc
import os
from importlib import import_module
from pkgutil import iter_modules

import click

from ketenhandboek.cli import commands
from ketenhandboek.cli.stop import Stop


class Keten(click.Group):
    """The command, which never answers with a traceback."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click names it
        """The modules in `commands`, by name."""
        return sorted(module.name for module in iter_modules(commands.__path__))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The subcommand, or nothing when no module has that name."""
        if cmd_name not in self.list_commands(ctx):
            return None
        command = import_module(f"{commands.__name__}.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; a fault of our own becomes one sentence, unless KETEN_TRACE asks for all of it."""
        # Records live until the end; looking for garbage among them costs a fifth of a check.
        gc.disable()
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as error:
            if "KETEN_TRACE" in os.environ:
                raise
            said = f"{type(error).__name__}: {error}"
            raise Stop(f"Er ging iets mis in het programma zelf ({said}). Meld dit aan de makers.") from None


@click.group(cls=Keten, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="ketenhandboek", prog_name="keten")
def main() -> None:
    """Controleert de afspraken van een regio en maakt er een handboek van."""
