"""`crosp collect`: the responses of groups, counted into an assessment."""
