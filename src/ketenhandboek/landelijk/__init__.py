"""The national layer, as records: words of the field, kinds of partner, and what sources show of the law."""
