"""logind on a bus, with one session: `python -m tests.desktop.fake_logind HOW NAME`.

Each line on stdin is a property and its new value: ``LockedHint true``. HOW is ``answers``.
"""

from __future__ import annotations

import os
import selectors
import sys
from typing import Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageType,
    message_bus,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.io.blocking import DBusConnection, Proxy, open_dbus_connection

PATH = "/org/freedesktop/login1/session/_35"
SESSION = "org.freedesktop.login1.Session"
PROPERTIES = "org.freedesktop.DBus.Properties"


class Login:
    def __init__(self, connection: DBusConnection) -> None:
        self._connection = connection
        self._session: dict[str, tuple[str, Any]] = {
            "Id": ("s", "5"),
            "Active": ("b", True),
            "LockedHint": ("b", False),
        }

    def answer(self, call: Message) -> None:
        fields = call.header.fields
        path, method = fields[HeaderFields.path], fields[HeaderFields.member]
        print(method, path, flush=True)
        own = path in (PATH, "/org/freedesktop/login1/session/auto")
        if own and method == "Get" and call.body == (SESSION, "Id"):
            reply = new_method_return(call, "v", (self._session["Id"],))
        elif method == "GetSession" and call.body == ("5",):
            reply = new_method_return(call, "o", (PATH,))
        elif path == PATH and method == "GetAll" and call.body == (SESSION,):
            reply = new_method_return(call, "a{sv}", (self._session,))
        else:
            reply = new_error(call, "org.freedesktop.DBus.Error.UnknownMethod")
        self._connection.send(reply)

    def change(self, name: str, value: bool) -> None:
        print("changed", name, value, flush=True)
        self._session[name] = ("b", value)
        emitter = DBusAddress(PATH, interface=PROPERTIES)
        body = (SESSION, {name: ("b", value)}, [])
        self._connection.send(new_signal(emitter, "PropertiesChanged", "sa{sv}as", body))


def main(name: str) -> None:
    with open_dbus_connection() as connection:
        Proxy(message_bus, connection).RequestName(name)
        login = Login(connection)
        print("ready", flush=True)
        selector = selectors.DefaultSelector()
        selector.register(connection.sock, selectors.EVENT_READ)
        selector.register(sys.stdin, selectors.EVENT_READ)
        while True:
            for key, _ in selector.select():
                if key.fileobj is sys.stdin:
                    for line in os.read(0, 4096).decode().splitlines():
                        changed, value = line.split()
                        login.change(changed, value == "true")
                else:
                    message = connection.receive()
                    if message.header.message_type is MessageType.method_call:
                        login.answer(message)


if __name__ == "__main__":
    main(sys.argv[2])
