"""The query, the index, the hits."""
