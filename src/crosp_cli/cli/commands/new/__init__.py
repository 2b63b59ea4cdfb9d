"""`crosp new`: the next occasion, begun from the one before."""
