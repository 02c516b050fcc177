"""Programme downloads: the tables beside the pages of a programme, one part of it in each file."""
