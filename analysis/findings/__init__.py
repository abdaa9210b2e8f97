"""What an article says of itself at its front: statements with their probability, range and evidence."""
