"""`crosp follow-up`: what is to be followed up, by whom and when."""
