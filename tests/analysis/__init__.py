"""What crosp reads out of assessments, on plain values: a package, so that its tests can share modules."""
