"""A competence programme: how far it has come, how it is followed up, and what participants report."""
