"""Runs its argument as Python; see test_private.py."""

import sys

exec(sys.argv[1])
