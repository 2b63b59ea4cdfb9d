"""`crosp render`: an assessment as a paper."""
