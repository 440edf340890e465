"""Document numbers whose brackets and figures were misread."""
