"""The pages say what the code does, in both languages, and what they show is what is answered."""
