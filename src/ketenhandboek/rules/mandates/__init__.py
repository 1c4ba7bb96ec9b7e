"""MAN: who may decide in whose name."""
