"""Mend what only one change of text can mend: tried out on a copy, then written, or only shown."""
