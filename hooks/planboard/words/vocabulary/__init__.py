"""Vocabulary: the only room that holds the closed lists, as codes that files share."""
