"""What is printed before the first document and belongs to none."""
