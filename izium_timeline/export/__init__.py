"""A table of writers and readers of data formats."""
