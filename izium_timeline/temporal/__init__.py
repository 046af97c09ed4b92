"""Text becomes temporal expressions, and these become intervals."""
