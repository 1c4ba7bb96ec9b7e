"""ESC: the two ladders, and the direct way in danger."""
