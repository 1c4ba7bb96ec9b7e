"""VER: who is accountable for what, in every situation."""
