"""`crosp import`: what was filled in, brought into an assessment."""
