"""Yaml: what only YAML needs; its marks, lines, values, scenes, syntax, and the tree they grow into."""
