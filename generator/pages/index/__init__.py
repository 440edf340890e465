"""What pages look up, computed once, and the rows and columns in which they list documents."""
