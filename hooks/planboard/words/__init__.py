"""Words: the one shape of a complaint and the closed lists; knows nothing else of the house."""
