"""The report and the tables as files."""
