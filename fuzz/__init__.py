"""What tries to break Article Notebooks: hostile texts, files and servers, and inputs that make an
expression slow."""
