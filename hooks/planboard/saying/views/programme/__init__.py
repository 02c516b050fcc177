"""Programme: what the pages of a programme of volunteers, and what is placed of one, may say."""
