"""The example cases: what happens in each by the agreements, and whether that is what the case expects."""
