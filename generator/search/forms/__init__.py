"""How the index comes to a reader: as scripts of their own, or in packs of which a server gives parts."""
