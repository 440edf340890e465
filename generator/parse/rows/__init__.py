"""What is printed in rows: tables, tables that only blanks set, rosters."""
