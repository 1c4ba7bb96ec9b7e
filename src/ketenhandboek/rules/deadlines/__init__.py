"""TER: terms, norms and reach."""
