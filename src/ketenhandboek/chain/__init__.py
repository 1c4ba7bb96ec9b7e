"""All records together: what refers to what, who is meant where, and what holds on a date."""
