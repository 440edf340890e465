"""The whole archive as data, for who loads it rather than reads it: texts by gazette and year, tables, a database."""
