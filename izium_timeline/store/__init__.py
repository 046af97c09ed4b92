"""What is kept on disk: the chronology file, settings, state."""
