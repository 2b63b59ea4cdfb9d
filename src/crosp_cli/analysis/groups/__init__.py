"""What professional groups answered, as far as it may be shown."""
