"""What the window says when another version of the program was opened."""

from __future__ import annotations

from recovery_coach import __version__
from recovery_coach.ui.messages import LONGEST_VERSION
from tests.ui.seat import Seat


def test_a_window_that_is_not_what_was_opened_says_so(seat: Seat):
    seat.sit_down().messages.say_other_version("9.9.9")
    assert seat.sees(f"This window is Recovery Coach {__version__}, and you opened 9.9.9.")


def test_what_another_program_calls_a_version_is_no_wall_of_text(seat: Seat):
    window = seat.sit_down()
    window.messages.say_other_version("9" * 5000)
    assert seat.sees("9" * LONGEST_VERSION)
    assert not seat.sees("9" * (LONGEST_VERSION + 1))
