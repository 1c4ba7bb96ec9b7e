"""One canonical layout for every record: the same data and comments, always written the same way."""
