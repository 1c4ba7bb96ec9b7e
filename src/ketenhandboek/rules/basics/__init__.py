"""BAS: the files, the names and whom they mean."""
