"""Exercises and routines as data: what a person may write, and reading it with clear errors."""
