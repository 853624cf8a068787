"""The first thing that the bundle does, before any module of the program is loaded.

PyInstaller’s loader found our libraries by a variable that each program we start would inherit: the
file manager that opens a folder must not get our libraries in place of its own.
"""

import os

os.environ.pop("LD_LIBRARY_PATH", None)
if "LD_LIBRARY_PATH_ORIG" in os.environ:
    os.environ["LD_LIBRARY_PATH"] = os.environ.pop("LD_LIBRARY_PATH_ORIG")
