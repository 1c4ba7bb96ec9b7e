"""The form on the site: an editor that works in git, set up from the schemas of the records."""
