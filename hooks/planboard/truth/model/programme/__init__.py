"""Programme: what volunteers do and send in, what is done with it, and whether they are told."""
