"""Newsletter views: one issue and its forms, and the list of all issues."""
