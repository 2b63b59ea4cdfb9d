"""Results as text: a folder for each result, with the same file names in each."""
