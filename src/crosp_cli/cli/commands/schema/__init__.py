"""`crosp schema`: JSON Schema of crosp's files and answers."""
