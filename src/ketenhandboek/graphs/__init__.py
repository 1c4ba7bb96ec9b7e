"""Pictures of the chain: a view becomes DOT, an inline SVG, a table and JSON."""
