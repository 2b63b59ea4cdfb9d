"""`crosp validate`: what does not hold, and what is missing."""
