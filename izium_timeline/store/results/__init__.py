"""What was found in the files of a folder, while it is read and for the next time."""
