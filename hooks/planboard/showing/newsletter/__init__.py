"""Newsletter: the page of an issue to plain pieces, and these to e-mail, text, feed and Notify."""
