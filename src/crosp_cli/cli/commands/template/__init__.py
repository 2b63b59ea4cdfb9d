"""`crosp template`: the templates that one's own begin from."""
