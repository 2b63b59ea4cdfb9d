"""`crosp compare`: what is different between two occasions."""
