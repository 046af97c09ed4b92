"""The command line: one command, a table of what it can do."""
