"""What a reader does with a document beside reading it: cite it, take it along, listen to it."""
