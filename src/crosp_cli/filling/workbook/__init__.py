"""The form as a workbook, and a workbook that came back: its cells are known by hidden keys and by words."""
