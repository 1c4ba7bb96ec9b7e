"""Search in Dutch: what the theme's index of words gets added after the build."""
