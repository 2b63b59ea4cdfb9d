"""`crosp analyse`: where one or several assessments stand, and where to begin."""
