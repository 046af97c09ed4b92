"""Where recorded quotes stand in their documents now."""
