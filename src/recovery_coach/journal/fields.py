"""How one field of a record is read back from JSON, by the type it is declared with.

Written out by hand, since pydantic would cost more to import than the whole journal does to open.
Every reader takes what ``json.loads`` gave and raises ValueError where that cannot be meant.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection
from datetime import date, datetime

Reader = Callable[[object], object]


def reader_for(declared: str, words: Collection[str] = ()) -> Reader:
    """The reader for a field declared as, say, ``int | None``.

    ``words`` are names of types that stand for a choice of words; they are read as any text, so
    that a word which only a newer program knows does not make the record unreadable.
    """
    plain = declared.removesuffix(" | None")
    reader = _text if plain in words else _READERS[plain]
    return reader if plain == declared else _or_none(reader)


def read_day(text: str) -> date | None:
    """The day a column names; None where it names none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _or_none(reader: Reader) -> Reader:
    return lambda value: None if value is None else reader(value)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(f"not a text: {value!r}")
    return value


def _truth(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"neither true nor false: {value!r}")
    return value


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise ValueError(f"not a number: {value!r}")
    return float(value)


def _whole(value: object) -> int:
    number = _number(value)
    if not number.is_integer():
        raise ValueError(f"not a whole number: {value!r}")
    return int(number)


def _moment(value: object) -> datetime:
    moment = datetime.fromisoformat(_text(value))
    if moment.utcoffset() is None:
        raise ValueError(f"a time without an offset: {value!r}")
    return moment


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise ValueError(f"not a list: {value!r}")
    return tuple(_text(item) for item in value)


_READERS: dict[str, Reader] = {
    "str": _text,
    "bool": _truth,
    "float": _number,
    "int": _whole,
    "datetime": _moment,
    "tuple[str, ...]": _texts,
}
