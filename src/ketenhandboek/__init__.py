"""Ketenhandboek: the agreements of a regional chain approach, checked together and published."""
