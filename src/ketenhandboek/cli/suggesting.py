"""A group of commands that knows what was probably meant."""

from __future__ import annotations

import click


class Suggesting(click.Group):
    """Looks a near miss up among all that it lists; click itself only knows what was added to a group."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, with every name that the group lists as a possibility."""
        try:
            return super().resolve_command(ctx, args)
        except click.NoSuchCommand as error:
            known = self.list_commands(ctx)
            raise click.NoSuchCommand(error.command_name, possibilities=known, ctx=ctx) from None
