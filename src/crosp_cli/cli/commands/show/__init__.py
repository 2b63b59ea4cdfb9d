"""`crosp show`: what stands in the framework."""
