"""How print writes numbers of documents that no rule has, and what issues are counted by."""
