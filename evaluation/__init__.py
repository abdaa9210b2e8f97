"""Every figure on accuracy that the project states, by one command: `python -m evaluation
--help`."""
