"""The pages of the handbook as Markdown: one folder a kind of page, with its view and its template."""
