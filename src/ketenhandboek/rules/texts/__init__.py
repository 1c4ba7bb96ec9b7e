"""Texts that the examples of several rules share."""
