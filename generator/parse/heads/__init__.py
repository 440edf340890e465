"""What is in the head of a document besides its elements."""
