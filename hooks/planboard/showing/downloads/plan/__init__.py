"""Plan downloads: the files beside the page of a plan."""
