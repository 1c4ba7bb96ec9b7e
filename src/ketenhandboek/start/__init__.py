"""The beginning of a region: its first files, and what is still to be done."""
