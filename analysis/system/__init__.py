"""What stands between the project and the machine: files written whole, limits on what a stranger
sent, names that are loaded late."""
