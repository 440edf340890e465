"""The source beside the reading: pages of its lines, and the links from each to the other."""
