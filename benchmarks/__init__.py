"""Measures the app beside a reference, in one interleaved run: `python3 dev.py bench`."""
