"""Yaml: what only YAML needs; its marks, lines, values, syntax, and the tree they grow into."""
