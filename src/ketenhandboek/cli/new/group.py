"""The group `keten new`, which has a subcommand for every kind of record in the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.cli.suggesting import Suggesting

if TYPE_CHECKING:
    import click


class New(Suggesting):
    """Its own subcommands, and those that the schemas of the records give."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Its own by name, then the kinds of record by name."""
        from ketenhandboek.start.fields import new_kinds

        return [*super().list_commands(ctx), *sorted(new_kinds())]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """One of its own, or the one for a kind of record."""
        own = super().get_command(ctx, cmd_name)
        if own is not None:
            return own
        from ketenhandboek.start.fields import new_kinds

        kind = new_kinds().get(cmd_name)
        if kind is None:
            return None
        from ketenhandboek.cli.new.record import record_command

        return record_command(kind)
