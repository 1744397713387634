"""Inputs of chance for the readers and the settings. ``python -m tests.fuzz`` runs for long."""
