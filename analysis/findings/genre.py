"""What sort of text it is: a news report, an opinion piece, an interview or a transcript."""
