"""Templates: how they are written, found and filled."""
