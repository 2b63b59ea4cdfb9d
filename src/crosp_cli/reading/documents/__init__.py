"""The kinds of document, a file each: how it is read and held against the framework."""
