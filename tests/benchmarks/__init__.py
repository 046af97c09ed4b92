"""Benchmarks: each prints one JSON object a line; none is a test."""
