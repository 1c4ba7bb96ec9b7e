"""OPV: what follows on what, and who takes over."""
