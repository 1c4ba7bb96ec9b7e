"""One module a subcommand, of the same name, that holds it as `command`; what is heavy is imported inside."""
