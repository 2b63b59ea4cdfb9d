"""Pages as Word documents and PDF."""
