"""The terminal: the commands that need no window. Only ``main`` and below import typer and rich."""
