"""What an issue says that cannot all be right: two values that contradict each other, both kept as printed."""
