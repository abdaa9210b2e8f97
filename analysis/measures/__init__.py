"""Figures computed from the tables: pure functions that take tables and return tables."""
