"""What logind, which keeps the logins of a Linux system, says of ours; over the system's D-Bus.

Everything here waits for somebody else: it belongs into a thread of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from jeepney import DBusAddress, MatchRule, message_bus, new_method_call
from jeepney.io.blocking import DBusConnection, Proxy, open_dbus_connection
from jeepney.wrappers import unwrap_msg

LOGIND = "org.freedesktop.login1"
PROPERTIES = "org.freedesktop.DBus.Properties"
ROOT = "/org/freedesktop/login1"
OWN = f"{ROOT}/session/auto"
"""The session of whoever asks; if that is a service of the user, the one they have on a screen."""
ANSWER = 2.0
"""Seconds to wait for an answer; without one, nothing is known."""


def follow(changed: Callable[[bool], object]) -> None:
    """Call ``changed`` whenever the user loses the screen or has it back.

    It never returns, and raises when logind cannot be asked. How it stands at the beginning is no
    news: whoever starts a session is there, whatever logind thinks.
    """
    with open_dbus_connection("SYSTEM") as connection:
        path = _path(connection)
        news = MatchRule(type="signal", interface=PROPERTIES, member="PropertiesChanged", path=path)
        Proxy(message_bus, connection, timeout=ANSWER).AddMatch(news)
        before = _here_now(connection, path)
        while True:
            while not news.matches(connection.receive()):
                pass
            now = _here_now(connection, path)
            if now != before:
                changed(now)
            before = now


def is_here(session: Mapping[str, tuple[str, Any]]) -> bool:
    """Whether the user has the screen, by a session's properties, each a type and a value.

    ``Active`` is false while another user has the seat, ``LockedHint`` true while the screen is
    locked. Not every desktop tells the second, and what is not told is well.
    """
    _, active = session.get("Active", ("b", True))
    _, locked = session.get("LockedHint", ("b", False))
    return bool(active) and not locked


def _here_now(connection: DBusConnection, path: str) -> bool:
    (session,) = _ask(connection, path, PROPERTIES, "GetAll", f"{LOGIND}.Session")
    return is_here(session)


def _path(connection: DBusConnection) -> str:
    """Where our session has its news: not at the name that everybody calls their own."""
    ((_, identifier),) = _ask(connection, OWN, PROPERTIES, "Get", f"{LOGIND}.Session", "Id")
    (path,) = _ask(connection, ROOT, f"{LOGIND}.Manager", "GetSession", identifier)
    return str(path)


def _ask(
    connection: DBusConnection, path: str, interface: str, method: str, *arguments: str
) -> Any:
    call = new_method_call(
        DBusAddress(path, LOGIND, interface), method, "s" * len(arguments), arguments
    )
    return unwrap_msg(connection.send_and_get_reply(call, timeout=ANSWER))
