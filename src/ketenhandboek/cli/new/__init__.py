"""What `keten new` makes: one subcommand for every kind of record, and those that make other files."""
