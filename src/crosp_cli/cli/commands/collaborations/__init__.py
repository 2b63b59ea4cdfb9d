"""`crosp collaborations`: what goes on with others, what is to be reported, and what has ended."""
