"""What documents are about: the classes of the State Council's catalogue, and the words that decide for one."""
