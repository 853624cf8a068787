"""A desktop's service on a bus: `python -m tests.desktop.fake_service HOW NAME...`.

It owns the names, answers ``Inhibit`` with a number, and tells on stdout what it was asked and when
somebody who asked has left the bus. HOW is ``answers``, or ``hangs`` for one that never answers.
"""

from __future__ import annotations

import sys
from itertools import count

from jeepney import HeaderFields, MatchRule, MessageType, message_bus, new_method_return
from jeepney.io.blocking import Proxy, open_dbus_connection


def main(how: str, names: list[str]) -> None:
    with open_dbus_connection() as connection:
        bus = Proxy(message_bus, connection)
        bus.AddMatch(
            MatchRule(
                type="signal", interface="org.freedesktop.DBus", member="NameOwnerChanged"
            ).serialise()
        )
        for name in names:
            bus.RequestName(name)
        print("ready", flush=True)
        cookies, asked = count(7), set()
        while True:
            message = connection.receive()
            fields = message.header.fields
            member = fields.get(HeaderFields.member)
            if message.header.message_type is MessageType.signal:
                if (
                    member == "NameOwnerChanged"
                    and message.body[0] in asked
                    and not message.body[2]
                ):
                    print("gone", flush=True)
            elif message.header.message_type is MessageType.method_call:
                asked.add(fields[HeaderFields.sender])
                print(member, fields[HeaderFields.interface], flush=True)
                if how == "answers":
                    number = (next(cookies),) if member == "Inhibit" else ()
                    signature = "u" if number else None
                    connection.send(new_method_return(message, signature, number))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
