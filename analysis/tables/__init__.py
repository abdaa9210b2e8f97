"""The tables of an article, each in a module of its name; `schemas` has their columns."""
