"""The rule catalogue: one module per family, one class per rule."""
