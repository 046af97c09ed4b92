"""Composition: main window, action table, tasks, session."""
