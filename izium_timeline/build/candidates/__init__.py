"""A document's text becomes candidates: sentences, clauses, their dates, voices and titles."""
