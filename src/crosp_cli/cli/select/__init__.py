"""Which assessments, and which documents that rest on them, a command works on."""
