"""Issues: what the page of an issue log, and what is placed of one, may say."""
