"""`crosp form`: a form to fill in without installing anything."""
