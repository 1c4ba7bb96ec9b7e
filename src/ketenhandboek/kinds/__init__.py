"""The kinds of record: one folder each, with its dataclass, JSON Schema and page template."""
