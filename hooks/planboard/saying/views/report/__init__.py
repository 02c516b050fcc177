"""Report views: what the page of a progress report may say, one part of it in each file."""
