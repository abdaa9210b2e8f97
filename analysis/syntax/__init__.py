"""Grammar: the only place that matches labels of dependencies."""
