"""`crosp init`: a new folder for assessments."""
