"""wakepy's way to D-Bus, with two things done otherwise.

It is used in a thread beside the window's, and only on Linux.
"""

from __future__ import annotations

from wakepy.core import DBusMethodCall
from wakepy.dbus_adapters.jeepney import JeepneyDBusAdapter


class Bus(JeepneyDBusAdapter):
    """Closes what failed, and leaves Python's garbage alone."""

    def process(self, call: DBusMethodCall) -> object:
        """A service that answers too late must not keep the screen on: nobody would let it go."""
        try:
            return super().process(call)
        except BaseException:
            self.close_connections()
            raise

    def close_connections(self) -> None:
        """Not more: wakepy collects garbage here, and a widget in it would die in this thread."""
        for bus in list(self._connections):
            self.close_connection(self._connections.pop(bus))
