"""A stop in a session with a warning sign, as a row of the check: it is held like any other.

Sources: the stop rules of facts 5.1 (S4-12, S3-14) and its rows E-08, U-07, U-08. Faintness alone
is less than the collapse of E-08: the same day, and the screen names what makes it an emergency
(editorial).
"""

from __future__ import annotations

from recovery_coach.base.i18n import tr
from recovery_coach.coach.hurts import HIGHEST, STOPPING, Word
from recovery_coach.journal import HurtRecord
from recovery_coach.redflags.model import Level, Reason

ROWS: dict[Word, tuple[str, Level]] = {
    "chest": ("E-08", "emergency"),
    "faint": ("STOP", "urgent"),
    "numb": ("U-08", "urgent"),
    "limb": ("U-07", "urgent"),
}
"""The gravest first. ``STOP`` is no row of the table."""


def stopping_word(hurt: HurtRecord) -> Word | None:
    """The word that ended the session, if one did and nobody has looked at it since."""
    if hurt.action == "seen":
        return None
    return next((word for word in ROWS if word in hurt.words and word in STOPPING), None)


def reason_of_stop(word: Word) -> Reason:
    """Why the level stands, in words that say what was answered."""
    row, level = ROWS[word]
    text = {
        "chest": tr("You said in a session: chest pain or trouble breathing."),
        "faint": tr("You said in a session: faint or dizzy."),
        "numb": tr("You said in a session: numb or tingling."),
        "limb": tr("You said in a session: it runs into a leg or arm."),
    }[word]
    return Reason(row, level, text, (f"stopped={word}",))


def stirs(hurt: HurtRecord) -> bool:
    """Whether a hurt asks for the questions anew: sharp, above the limit, or a stop."""
    high = hurt.score is not None and hurt.score > HIGHEST
    return high or "sharp" in hurt.words or stopping_word(hurt) is not None
