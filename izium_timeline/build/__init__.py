"""Documents and timexes become evidence in its place, and candidates."""
