"""Run the generator: ``python -m generator``."""
