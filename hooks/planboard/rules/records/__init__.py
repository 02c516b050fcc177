"""Records: what must hold between the values of one published record, a file for each kind."""
