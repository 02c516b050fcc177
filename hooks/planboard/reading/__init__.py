"""Reading: bytes to records; the only floor that knows file formats."""
