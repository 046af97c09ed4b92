"""Events become a picture: NumPy, no Qt."""
