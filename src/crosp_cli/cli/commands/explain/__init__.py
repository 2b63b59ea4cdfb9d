"""`crosp explain`: what a code means and why it matters."""
