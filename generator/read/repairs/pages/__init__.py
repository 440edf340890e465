"""What belongs to the page: its numbers, running heads, rules, labels of a site, and tables that it tore."""
