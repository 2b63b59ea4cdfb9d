"""Which assessments and memos a command works on."""
