"""Builds what is installed: the wheel, the bundle, and the packages for Linux."""
