"""Many articles: one set of tables over a whole archive."""
