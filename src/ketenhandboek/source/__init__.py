"""YAML text → data with the line and column of every node. Nothing else in the package reads records."""
