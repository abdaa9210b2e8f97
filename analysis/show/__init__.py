"""What the notebooks show: charts, tables, findings, the annotated reader, a view per notebook."""
