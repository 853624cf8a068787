"""A module run where the kernel kills whoever opens a socket to any network.

``python -m tests.faults.offline MODULE ARGS...`` is ``python -m MODULE ARGS...`` behind a seccomp
filter, which nothing that runs behind it can take off again: not a library, not a thread, not a
program it starts. An attempt is not refused but deadly (SIGSYS): no ``except`` can swallow it.
"""

from __future__ import annotations

import ctypes
import platform
import runpy
import socket
import struct
import sys

NUMBERS = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}
"""By machine: what the kernel calls it (AUDIT_ARCH), and the number of socket(2) there."""
SUPPORTED = sys.platform == "linux" and platform.machine() in NUMBERS
DENIED = (socket.AF_INET, socket.AF_INET6)

_NO_NEW_PRIVILEGES, _SET_SECCOMP, _FILTER = 38, 22, 2
_ALLOW, _KILL = 0x7FFF0000, 0x80000000
_LOAD, _IF_EQUAL, _IF_AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_SYSCALL_AT, _MACHINE_AT, _FIRST_ARGUMENT_AT = 0, 4, 16
_OTHER_ABI = 0x40000000
"""Where the numbers of x32 begin: they would go round the filter."""
_IO_URING_SETUP = 425
"""Another way to a socket; everywhere the same number."""


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_void_p))


def deny_network() -> None:
    """From now on, and in every process begun from here: a socket to a network is death."""
    machine, socket_number = NUMBERS[platform.machine()]
    steps = [
        (_LOAD, 0, 0, _MACHINE_AT),
        (_IF_EQUAL, 0, 8, machine),
        (_LOAD, 0, 0, _SYSCALL_AT),
        (_IF_AT_LEAST, 6, 0, _OTHER_ABI),
        (_IF_EQUAL, 5, 0, _IO_URING_SETUP),
        (_IF_EQUAL, 0, 3, socket_number),
        (_LOAD, 0, 0, _FIRST_ARGUMENT_AT),
        (_IF_EQUAL, 2, 0, int(DENIED[0])),
        (_IF_EQUAL, 1, 0, int(DENIED[1])),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _KILL),
    ]
    code = b"".join(struct.pack("=HBBI", *step) for step in steps)
    buffer = ctypes.create_string_buffer(code, len(code))
    program = _Program(len(steps), ctypes.addressof(buffer))
    control = ctypes.CDLL(None, use_errno=True).prctl
    if control(_NO_NEW_PRIVILEGES, 1, 0, 0, 0):
        raise OSError(ctypes.get_errno(), "PR_SET_NO_NEW_PRIVS")
    if control(_SET_SECCOMP, _FILTER, ctypes.byref(program), 0, 0):
        raise OSError(ctypes.get_errno(), "PR_SET_SECCOMP")


if __name__ == "__main__":
    deny_network()
    del sys.argv[0]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
