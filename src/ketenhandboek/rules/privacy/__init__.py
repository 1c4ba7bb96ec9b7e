"""PRI: no personal data, anywhere."""
