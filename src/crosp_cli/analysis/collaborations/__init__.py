"""What goes on with others, what is to be reported, what has ended, and who is missing from the register."""
