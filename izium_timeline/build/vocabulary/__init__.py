"""Words, their inflection and the spellings of names, as merging and search compare them."""
