"""crosp: develop cross-professional support for inclusive education, in plain files that the school owns."""

__version__ = "0.1.0"
