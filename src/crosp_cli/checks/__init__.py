"""What crosp checks beyond shape: a folder for each family of codes, a module for each check; registry.py has all."""
