"""What the page of a document says of it to those who cite it, held against the issue: its head, and its reference."""
