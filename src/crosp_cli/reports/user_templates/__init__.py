"""Reports by people's own templates: closed off, and given plain values only."""
