"""Tables: what only CSV needs; its cells, columns and header, and the rows they make."""
