"""From results to text: for the terminal, for programs, for reports. Nothing here writes a file."""
