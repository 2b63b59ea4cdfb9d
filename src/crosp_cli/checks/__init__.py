"""What crosp checks beyond shape: one check a module, all of them in `ALL_CHECKS` and `FOLDER_CHECKS`."""
