"""Papers: a file for each kind of report, and the forms they are printed in."""
