"""The command itself: which subcommands there are, and how it ends."""

from __future__ import annotations

import atexit
import errno
import gc
import os
import sys
from contextlib import contextmanager
from importlib import import_module
from io import TextIOWrapper
from typing import TYPE_CHECKING, Any

import click

from ketenhandboek.cli import commands
from ketenhandboek.cli.dutch import dutch
from ketenhandboek.cli.stop import Interrupted, Stop
from ketenhandboek.cli.suggesting import Suggesting

if TYPE_CHECKING:
    from collections.abc import Iterator


class Keten(Suggesting):
    """The command, which speaks Dutch and never answers with a traceback."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click names it
        """The modules in `commands`, by name."""
        names = (name for folder in commands.__path__ for name in os.listdir(folder))  # noqa: PTH208
        return sorted(name[:-3] for name in names if name.endswith(".py") and name != "__init__.py")

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The subcommand, or nothing when no module has that name."""
        if cmd_name not in self.list_commands(ctx):
            return None
        command = import_module(f"{commands.__name__}.{cmd_name}").command
        assert isinstance(command, click.Command)
        command.options_metavar = self.options_metavar
        return command

    def main(self, *args: Any, **extra: Any) -> Any:
        """As any command of click; what the terminal has no sign for becomes a question mark."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, TextIOWrapper):
                stream.reconfigure(errors="replace")
        with dutch():
            return super().main(*args, **extra)

    def make_context(self, *args: Any, **extra: Any) -> click.Context:
        """Read the arguments; help is written here too."""
        with _explained():
            return super().make_context(*args, **extra)

    def invoke(self, ctx: click.Context) -> object:
        """Run a command."""
        # Records live until the end; looking for garbage among them, then as well, costs a third of a check.
        gc.disable()
        atexit.register(gc.freeze)
        with _explained():
            return super().invoke(ctx)


@contextmanager
def _explained() -> Iterator[None]:
    """Whatever goes wrong becomes one sentence, unless KETEN_TRACE asks for all of it."""
    try:
        yield
    except (click.ClickException, click.exceptions.Exit, click.Abort):
        raise
    except KeyboardInterrupt:
        raise Interrupted from None
    except Exception as error:
        # Click ends in silence when whoever reads the output has gone.
        if "KETEN_TRACE" in os.environ or getattr(error, "errno", None) == errno.EPIPE:
            raise
        _forget_unwritten()
        raise Stop(_sentence(error)) from None


def _forget_unwritten() -> None:
    """Let go of output that can't be written: Python would try again at its end, and complain by itself."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _sentence(error: Exception) -> str:
    """What the machine refused, in Dutch; anything else is a fault of ours."""
    from ketenhandboek.wording import refusal

    if isinstance(error, OSError) and error.errno:
        return refusal(error)
    said = f"{type(error).__name__}: {error}"
    return f"Er ging iets mis in het programma zelf ({said}). Meld dit aan de makers."


@click.group(
    cls=Keten,
    context_settings={"help_option_names": ["-h", "--help"]},
    options_metavar="[OPTIES]",
    subcommand_metavar="OPDRACHT [ARGUMENTEN]...",
)
@click.version_option(
    package_name="ketenhandboek",
    prog_name="keten",
    message="%(prog)s %(version)s",
    help="Toon de versie.",
)
def main() -> None:
    """Controleert de afspraken van een regio en maakt er een handboek van."""
