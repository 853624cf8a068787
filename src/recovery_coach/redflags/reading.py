"""What the tables of the check have beside plain fields: conditions, in their little language.

They are read without pydantic, because the level must be known before the window is shown.
"""

from __future__ import annotations

from recovery_coach.base.i18n import tr
from recovery_coach.base.tables import Table, WrongError
from recovery_coach.redflags import conditions
from recovery_coach.redflags.deriving import DERIVED, STAGE
from recovery_coach.redflags.fields import FIELDS, SIGNS


def conditions_in(entry: Table, stage: bool = False) -> conditions.AnyOf:
    """The alternatives in ``any``; with ``stage`` they may test what the rows before came to."""
    found = entry.get("any")
    if not isinstance(found, list) or not found:
        raise WrongError("any", found, tr("must be a list of lists of tests"))
    return tuple(_all(tests, index, stage) for index, tests in enumerate(found))


def _all(tests: object, index: int, stage: bool) -> conditions.AllOf:
    place = f"any[{index}]"
    if not isinstance(tests, list) or not tests:
        raise WrongError(place, tests, tr("must be a list of tests"))
    return tuple(_test(text, f"{place}[{number}]", stage) for number, text in enumerate(tests))


def _test(text: object, place: str, stage: bool) -> conditions.Test:
    test = conditions.parse(text) if isinstance(text, str) else None
    if test is None:
        wanted = tr('must be a test such as "fever is yes" or "current_nrs >= 8"')
        raise WrongError(place, text, wanted)
    derived = test.field in DERIVED or (stage and test.field in (*STAGE, "open"))
    field = FIELDS.get(test.field) or SIGNS.get(test.field)
    if field is None and not derived:
        raise WrongError(place, text, tr("there is no such field; check the spelling"))
    # Of regions any id may stand here: they have their own file, and a test compares.
    if field is not None and not derived and field.name != "regions":
        for word in test.words:
            if word not in field.values:
                wanted = tr("must be one of {expected}").format(expected=", ".join(field.values))
                raise WrongError(place, word, wanted)
    return test
