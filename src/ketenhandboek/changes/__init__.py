"""What changed in meaning between two states of a region's records, as typed values."""
