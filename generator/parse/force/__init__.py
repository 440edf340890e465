"""The sentences that say when a document is in force: whose they are, the first day, the last day."""
