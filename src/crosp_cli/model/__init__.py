"""What the documents mean: frozen models of a project, an assessment and a framework. No files, no positions."""
