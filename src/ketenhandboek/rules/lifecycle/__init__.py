"""AFS: agreements from draft to successor."""
