"""`crosp migrate`: assessments brought over to a newer version of their framework."""
