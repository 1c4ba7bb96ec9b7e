"""Rules about the example cases."""
