"""What changed in a region's records and when: every merged change, in words, as git kept it."""
