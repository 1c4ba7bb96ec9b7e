"""BEG: words and their meanings."""
