"""Whether the cells of tables and the people of rosters are where the lines of the source have them."""
