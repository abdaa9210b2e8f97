"""The tables of an article, each in a module of its name; their columns in `schemas` and
`codebook.csv`."""
