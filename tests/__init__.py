"""The tests: what someone would miss if it broke."""
