"""Settings of the whole suite: no window is needed, and property tests are not timed."""

from __future__ import annotations

import os
import signal

from hypothesis import settings

os.environ["LANGUAGE"] = "en"  # whatever the developer speaks
if "DISPLAY" not in os.environ:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Whoever runs the suite in the background hands down ignored signals (nohup, a shell without job
# control), and what ignores Ctrl-C cannot be tested for it. Programs started by tests inherit this.
signal.signal(signal.SIGINT, signal.default_int_handler)
for name in ("SIGHUP", "SIGTERM", "SIGTSTP"):
    if hasattr(signal, name):
        signal.signal(getattr(signal, name), signal.SIG_DFL)

settings.register_profile("default", deadline=None, max_examples=60, derandomize="CI" in os.environ)
settings.register_profile("thorough", deadline=None, max_examples=2000)
settings.load_profile("default")
