from tests.e2e.conftest import display, home  # noqa: F401 - a screen, and who sits before it
