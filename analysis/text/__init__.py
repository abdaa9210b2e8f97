"""The parsed text: paragraphs, bylines, the reading copy, the one parse that all read."""
