"""The chain in forms that other programs read."""
