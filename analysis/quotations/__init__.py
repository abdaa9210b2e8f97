"""Quoted spans: what stands between quotation marks, whoever said it."""
