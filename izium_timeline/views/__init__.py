"""Qt widgets: they paint and signal, nothing else."""
