"""Texts: languages, translations and phrases, and how a text is made safe for each form."""
