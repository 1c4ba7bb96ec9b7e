"""The form on the site: an editor that works in git, set up from the schemas, for who changes records by hand."""
