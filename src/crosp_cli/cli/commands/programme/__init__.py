"""`crosp programme`: how far a competence programme has come, and what its follow-up can show."""
