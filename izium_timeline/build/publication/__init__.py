"""When a document was published, by its head or its name."""
