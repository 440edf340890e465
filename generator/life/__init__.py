"""What documents do to each other, the line of the life of each, and two versions of one instrument."""
