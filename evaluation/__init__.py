"""Every figure on accuracy that the project states: `python -m evaluation --help`."""
