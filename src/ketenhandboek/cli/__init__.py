"""The command `keten`: every module in `commands` is one subcommand, imported when it is asked for."""
