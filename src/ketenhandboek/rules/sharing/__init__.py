"""GEG: information, its grounds and its covenants."""
