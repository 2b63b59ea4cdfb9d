"""Whether the schemas for editors and crosp itself say the same: a package, so that its tests can share modules."""
