"""Commands that make what the project keeps: pages, tables, measurements."""
