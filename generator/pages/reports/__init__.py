"""Reports on quality: what was changed, doubted and lost, and how well the issues were read."""
