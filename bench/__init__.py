"""Bench: how fast the program reads and answers, measured beside a baseline of the same moment."""
