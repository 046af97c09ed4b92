"""Candidates of several documents that tell of one event are joined, their disputes told."""
