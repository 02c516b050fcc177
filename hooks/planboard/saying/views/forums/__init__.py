"""Forums views: exactly what the page of a record of forums may say."""
