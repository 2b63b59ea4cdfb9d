"""People's own templates: filled in a sandbox, in a process of its own, with plain values and nothing else."""
