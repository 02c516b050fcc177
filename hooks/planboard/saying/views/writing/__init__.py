"""Writing: what the page for editors may say of shortcodes and of the fields of records."""
