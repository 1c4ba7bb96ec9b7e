"""The rule catalogue: one folder per family, one class per rule."""
