"""A folder of files becomes documents: one reader a format, publication dates, encodings."""
