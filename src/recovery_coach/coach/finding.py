"""Finding an exercise: by words as they are typed, and by what it is. Pure rules.

Each filter narrows what another one left, so that they combine in any order. Equipment is *left
out*, as with the routines: people know what they do not have. Kinds, parts and positions are asked
for, since here somebody looks for an exercise and not for a plan that fits the day.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from recovery_coach.base.i18n import tr
from recovery_coach.library.models import Exercise, Muscle, Position, Routine
from recovery_coach.library.naming import muscle_name, position_name

INSIDE_FROM = 4
"""From so many letters on, what is typed is found within a word, too: German joins its words."""
COMMON = 2
"""A kind that fewer exercises have is not worth a filter; the search finds it."""
PARTS: Mapping[str, frozenset[str]] = {
    "shoulders": frozenset({"neck", "upper_trapezius", "deltoids", "rotator_cuff"}),
    "chest": frozenset({"pectorals", "serratus_anterior"}),
    "upper-back": frozenset(
        {"mid_lower_trapezius", "rhomboids", "latissimus_dorsi", "thoracic_extensors"}
    ),
    "low-back": frozenset({"lumbar_extensors", "quadratus_lumborum"}),
    "core": frozenset({"rectus_abdominis", "obliques", "deep_core", "diaphragm"}),
    "hips": frozenset(
        {"hip_flexors", "gluteus_maximus", "gluteus_medius", "deep_hip_rotators", "adductors"}
    ),
    "legs": frozenset({"quadriceps", "hamstrings", "calves"}),
}
"""The muscles by where they are, from the top; our own division."""


# -- words -----------------------------------------------------------------------------------------

_SPELLED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_WORD = re.compile(r"[^\W_]+")


def folded(text: str) -> str:
    """``text`` without what people leave out when they search: capitals, accents, umlauts."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


def respelled(text: str) -> str:
    """``text`` with its umlauts as they are spelled where there are none on the keyboard."""
    return unicodedata.normalize("NFC", text).casefold().translate(_SPELLED)


def words_in(text: str) -> frozenset[str]:
    """The words to find a text by; where it has umlauts, as they are spelled without, too."""
    return frozenset(_WORD.findall(f"{folded(text)} {folded(respelled(text))}"))


@dataclass(frozen=True, slots=True)
class Findable:
    """An exercise with the words to find it by, in the language of this moment."""

    exercise: Exercise
    name: frozenset[str]
    others: frozenset[str]

    def has(self, word: str) -> bool:
        """Whether anything that is said of it has ``word``, a folded one."""
        return _among(word, self.name) or _among(word, self.others)

    def is_called(self, word: str) -> bool:
        """Whether its name has ``word``."""
        return _among(word, self.name)


def _among(word: str, words: Iterable[str]) -> bool:
    inside = len(word) >= INSIDE_FROM
    return any(other.startswith(word) or (inside and word in other) for other in words)


def findable(exercises: Iterable[Exercise]) -> list[Findable]:
    """The exercises by their names, made ready to be searched."""
    made = [_findable(exercise) for exercise in exercises]
    return sorted(made, key=lambda one: (folded(tr(one.exercise.name)), one.exercise.id))


def _findable(exercise: Exercise) -> Findable:
    said = [
        position_name(exercise.position),
        *(text for muscle in exercise.muscles for text in (muscle_name(muscle), muscle)),
        *map(tr, (exercise.position, *exercise.equipment, *exercise.optional_equipment)),
        *map(tr, (*exercise.tags, *exercise.steps, exercise.start)),
    ]
    # An underscore joins what are words of their own: gluteus_medius.
    others = words_in(" ".join(said).replace("_", " "))
    return Findable(exercise, words_in(tr(exercise.name)), others)


def search(among: Sequence[Findable], typed: str) -> list[Findable]:
    """Those that have every word that was typed; where all are in the name, they come first."""
    wanted = _WORD.findall(folded(typed))
    found = [one for one in among if all(map(one.has, wanted))]
    return sorted(found, key=lambda one: not all(map(one.is_called, wanted)))


# -- filters ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is asked for; as it is made, it lets everything through.

    An exercise has every kind and every part that is chosen, and one of the positions: it can have
    no more than one.
    """

    tags: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()
    positions: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        """Whether anything is asked for."""
        return self != Wanted()

    def fits(self, exercise: Exercise) -> bool:
        """Whether an exercise passes all of it."""
        return (
            self.tags <= set(exercise.tags)
            and all(PARTS[part] & set(exercise.muscles) for part in self.parts)
            and (not self.positions or exercise.position in self.positions)
            and not self.without & set(exercise.equipment)
        )


@dataclass(frozen=True, slots=True)
class Offered:
    """What there is to filter by, in the order to show it."""

    tags: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    positions: tuple[str, ...] = ()
    without: tuple[str, ...] = ()


def offered(exercises: Iterable[Exercise]) -> Offered:
    """What some exercises have: kinds and equipment by how common they are."""
    tags: Counter[str] = Counter()
    equipment: Counter[str] = Counter()
    muscles: set[Muscle] = set()
    positions: set[Position] = set()
    for exercise in exercises:
        tags.update(exercise.tags)
        equipment.update(exercise.equipment)
        muscles.update(exercise.muscles)
        positions.add(exercise.position)
    return Offered(
        tuple(tag for tag in _commonest(tags) if tags[tag] >= COMMON),
        tuple(part for part, some in PARTS.items() if some & muscles),
        tuple(position for position in get_args(Position) if position in positions),
        tuple(_commonest(equipment)),
    )


def _commonest(found: Counter[str]) -> list[str]:
    return sorted(found, key=lambda name: (-found[name], name))


def still_there(wanted: Wanted, there: Offered) -> Wanted:
    """``wanted`` without what no exercise has any more: nothing is filtered by what is unseen."""
    return Wanted(
        tags=wanted.tags & set(there.tags),
        parts=wanted.parts & set(there.parts),
        positions=wanted.positions & set(there.positions),
        without=wanted.without & set(there.without),
    )


def gentle_first(found: Sequence[Findable]) -> tuple[list[Findable], list[Findable]]:
    """With a number above 5: what comes first, and what stands lower."""
    gentle = [one for one in found if is_gentle(one.exercise)]
    return gentle, [one for one in found if not is_gentle(one.exercise)]


def is_gentle(exercise: Exercise) -> bool:
    """Offered also on a bad day, or while questions are open (facts 3, session gate)."""
    return "gentle" in exercise.tags


def part_name(part: str) -> str:
    """A part of the body in the words of a person."""
    return {
        "shoulders": tr("neck and shoulders"),
        "chest": tr("chest"),
        "upper-back": tr("upper back"),
        "low-back": tr("low back"),
        "core": tr("core"),
        "hips": tr("hips"),
        "legs": tr("legs"),
    }.get(part, part)


def routines_with(routines: Iterable[Routine], exercise_id: str) -> list[Routine]:
    """The routines that have an exercise, in the order they come."""
    return [r for r in routines if any(step.exercise == exercise_id for step in r.steps)]
