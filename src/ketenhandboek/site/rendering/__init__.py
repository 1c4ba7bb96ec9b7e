"""Pages made by MkDocs, and what need not be made twice."""
