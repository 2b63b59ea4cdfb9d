"""A page in HTML as it is read for paper: its elements, which of them go there and in which order, its drawings."""
