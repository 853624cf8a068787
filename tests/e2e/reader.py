"""What a screen reader sees, through the system's own AT-SPI: run by /usr/bin/python3 with pyatspi.

Orders come as lines of JSON on stdin, each with one line of JSON as its answer:

- ``{"do": "tree"}``: everything of the program that is shown: role, name, description, states;
- ``{"do": "press", "name": ...}``: the action of the shown thing of that name (and of that
  ``description``, where one is given), or why not;
- ``{"do": "events"}``: what happened since the start: type, role and name of the thing, words.
"""

from __future__ import annotations

import json
import sys
import threading

import pyatspi
from gi.repository import GLib

EVENTS = ("object:announcement", "object:property-change:accessible-name")
STATES = {
    word: getattr(pyatspi, "STATE_" + word.upper())
    for word in ("focusable", "focused", "checkable", "checked", "enabled")
}
PRESSES = ("Toggle", "Press")
"""Names of actions; the first that something has is what pressing it means."""

heard = []


def listen(event):
    try:
        role, name = event.source.getRoleName(), event.source.name
    except (GLib.GError, RuntimeError, LookupError):
        role, name = "", ""  # gone by now
    heard.append({"type": event.type.name or str(event.type), "role": role, "name": name,
                  "words": str(event.any_data)})  # fmt: skip


def shown():
    """Everything of the program that is shown, as the accessibles themselves."""
    found = []
    for program in pyatspi.Registry.getDesktop(0):
        if program is not None and program.name == "recovery-coach":
            program.clear_cache()
            for window in program:
                _collect(window, found)
    return found


def _collect(thing, found):
    if thing is None or not thing.getState().contains(pyatspi.STATE_SHOWING):
        return
    found.append(thing)
    for child in thing:
        _collect(child, found)


def tree(order):
    return [_described(thing) for thing in shown()]


def _described(thing):
    states = thing.getState()
    return {
        "role": thing.getRoleName(),
        "name": thing.name,
        "description": thing.description,
        "states": [word for word, state in STATES.items() if states.contains(state)],
    }


def press(order):
    things = [
        thing
        for thing in shown()
        if thing.name == order["name"] and order.get("description") in (None, thing.description)
    ]
    for thing in things:
        actions = thing.queryAction()
        names = [actions.getName(index) for index in range(actions.nActions)]
        for wanted in PRESSES:
            if wanted in names:
                actions.doAction(names.index(wanted))
                return ""
    return "nothing to press among " + ", ".join(thing.getRoleName() for thing in things)


def events(order):
    return list(heard)


def answer(line):
    order = json.loads(line)
    try:
        result = {"tree": tree, "press": press, "events": events}[order["do"]](order)
    except (GLib.GError, RuntimeError, LookupError, NotImplementedError) as error:
        result = {"error": repr(error)}  # the page changed under our eyes: ask again
    print(json.dumps(result), flush=True)


def read_orders():
    for line in sys.stdin:
        GLib.idle_add(answer, line)
    GLib.idle_add(loop.quit)


if __name__ == "__main__":
    pyatspi.Registry.registerEventListener(listen, *EVENTS)
    loop = GLib.MainLoop()
    threading.Thread(target=read_orders, daemon=True).start()
    print(json.dumps("ready"), flush=True)
    loop.run()
