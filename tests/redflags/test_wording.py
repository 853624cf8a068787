"""The words of every screen: what to do first, whom to turn to last, and nothing that reassures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import astuple
from typing import Any

import pytest

from recovery_coach.base.i18n import languages, tr, use_language
from recovery_coach.base.paths import find_resources
from recovery_coach.redflags.evaluate import evaluate
from recovery_coach.redflags.model import rank
from recovery_coach.redflags.questions import banned_words, groups, says
from recovery_coach.redflags.rules import shipped_rules
from recovery_coach.redflags.wording import Screen, screen, watch_line, watch_list
from tests.redflags.answering import NOW, having, verdict
from tests.redflags.test_rows import EXAMPLES

LOCALE = find_resources() / "locale"
LANGUAGES = [code for code, _ in languages(LOCALE)]
EMERGENCY, ADVICE, CRISIS = "999", "111", "Lifeline 13 11 14"


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    use_language(LOCALE, ["en"])
    yield
    use_language(LOCALE, ["en"])


def shown(**changes: Any) -> Screen:
    return screen(verdict(having(**changes)), EMERGENCY, ADVICE, CRISIS)


def words(found: Screen) -> str:
    flat: list[str] = []
    for part in astuple(found):
        flat.extend(part if isinstance(part, tuple) else [str(part)])
    return " ".join(flat)


# -- what each says ------------------------------------------------------------------------------


def test_an_emergency():
    found = shown(dark_urine="yes")
    assert found.do == "Get emergency help now."
    assert "can be a sign of something that needs treatment today" in found.why[0]
    assert found.whom == "Call 999, or go to an emergency department."
    assert found.said[0].startswith("You said: dark urine")


@pytest.mark.parametrize(
    "changes",
    [{"face_speech_vision_headache": "yes"}, {"chest_breath": "yes"}, {"sudden_severe": "yes"}],
)
def test_stroke_chest_and_sudden_pain_call_and_never_drive(changes: dict[str, Any]):
    assert shown(**changes).whom == "Call 999 now. Do not drive yourself."


def test_thoughts_of_self_harm_have_a_screen_of_their_own():
    found = shown(self_harm="yes")
    assert found.do == "Thank you for saying so. You deserve support now."
    assert found.whom == (
        "Call Lifeline 13 11 14 or 999, or be with someone you trust until you have spoken to"
        " somebody."
    )
    assert "Get emergency help" not in found.do
    assert found.watch == ()
    both = shown(self_harm="yes", dark_urine="yes")
    assert "as well" in both.why[0]
    assert both.watch == watch_list()
    assert shown(self_harm="yes", cough_strain_pain="yes").watch == ()
    assert "Do not drive yourself" in " ".join(shown(self_harm="yes", collapse="yes").why)


def test_the_watch_list_has_all_that_facts_name():
    assert len(watch_list()) == 8
    for sign in ("bladder", "numbness", "chest pain", "fever"):
        assert sign in watch_line()


def test_an_urgent_one_is_for_today():
    found = shown(cough_strain_pain="yes")
    assert found.do == "Talk to a health service today."
    assert "within 24 hours" in found.why[0]
    assert found.whom == (
        "Call 111, a doctor or a walk-in clinic today. With any of the signs listed: 999."
    )
    assert shown(pregnancy="yes", fever="yes").whom.startswith("Call your maternity unit at once.")


def test_one_to_book_is_for_the_next_days():
    found = shown(worried="yes")
    assert found.do == "Arrange to see a clinician or physiotherapist in the next few days."
    assert "heavy lifting can wait" in found.why[0]


def test_self_care_is_conditional():
    found = shown(current_nrs=2)
    assert found.why[0] == (
        "Nothing you entered matches our warning list. That does not rule everything out."
    )
    assert "Check again in 24 hours." in found.why


def test_what_does_not_look_like_soreness_says_so_and_when_it_is_asked_again():
    found = shown(movement_provoked="yes")
    assert "does not look like ordinary soreness" in " ".join(found.why)
    assert "48 and 72 hours" in " ".join(found.why)


def test_not_fully_checked_gives_no_advice():
    found = screen(verdict({"current_nrs": 4}))
    assert found.why[0] == ("We cannot give advice because some safety questions have no answer.")


def test_what_was_seen_says_that_it_was_seen():
    answers = having(cough_strain_pain="yes")
    closed = {reason.id: reason.said for reason in verdict(answers).reasons}
    found = screen(evaluate(answers, NOW, closed, "yes"))
    assert found.why[0].startswith("Nothing is new since a professional has seen it.")


def test_open_questions_are_named_beside_what_to_book():
    found = screen(verdict(having("fever", worried="yes")))
    assert "Some safety questions have no answer" in found.why[-1]


# -- numbers -------------------------------------------------------------------------------------


def test_numbers_that_are_not_known_leave_whole_sentences():
    assert "Call your local emergency number, or go" in screen(verdict({"dark_urine": "yes"})).whom
    crisis = screen(verdict({"self_harm": "yes"})).whom
    assert crisis.startswith("Call your local emergency number, or be with someone")
    urgent = screen(verdict({"cough_strain_pain": "yes"})).whom
    assert urgent.startswith("Call a doctor, an urgent-care line or a walk-in clinic today.")


def test_no_number_is_written_into_a_text():
    for example in EXAMPLES:
        text = words(screen(verdict(having(**example.at[0]))))
        for number in ("999", "111", "112", "911", "000"):
            assert number not in text


# -- principles ----------------------------------------------------------------------------------


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: f"{e.id}-{e.level}")
def test_every_screen_has_the_watch_list_and_every_reason_but_for_self_harm_alone(example: Any):
    found = shown(**example.at[0])
    # The screen of E-13 is one of its own (facts 5.3): nothing there is about a leg or a fever.
    assert found.watch == (() if example.id == "E-13" else watch_list())
    assert len(watch_list()) == 8
    assert len(found.said) == len(verdict(having(**example.at[0])).reasons)
    assert found.alarm is (rank(verdict(having(**example.at[0])).level) >= rank("urgent"))
    assert "!" not in words(found)


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_screen_of_a_warning_reassures(code: str):
    """Facts 5.3, principle 2: above self-care, or with a question open."""
    use_language(LOCALE, [code])
    banned = banned_words(code)
    assert banned, f"resources/rules/words.toml has no banned words for {code}"
    for example in EXAMPLES:
        for answers in (having(**example.at[0]), having("weight_loss", **example.at[0])):
            found = verdict(answers)
            if rank(found.level) > rank("self-care") or found.open:
                text = words(screen(found, EMERGENCY, ADVICE, CRISIS))
                assert not says(text, banned), text


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_reason_and_no_question_reassures(code: str):
    use_language(LOCALE, [code])
    reasons = [tr(case.text) for row in shipped_rules().rows for case in row.cases]
    asked = [
        tr(text)
        for group in groups()
        for text in (group.title, *(t for q in group.questions for t in (q.text, q.hint)))
    ]
    for text in (*reasons, *asked):
        assert not says(text, banned_words(code)), text


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("This is probably fine", True),
        ("It's just a strain", True),
        ("Don’t worry", True),
        ("That is normal", True),
        ("normally", True),
        ("Adjust the load", False),
        ("Abnormal", False),
    ],
)
def test_banned_words_are_found_as_words(text: str, found: bool):
    assert says(text, banned_words("en")) is found


def test_no_condition_is_named():
    named = ("cauda", "sciatica", "stroke", "aneurysm", "herniat", "disc ", "fracture", "cancer ")
    for row in shipped_rules().rows:
        for case in row.cases:
            assert not any(word in case.text.lower() for word in named[:-1]), case.text
    for example in EXAMPLES:
        found = shown(**example.at[0])
        assert not any(w in " ".join((found.do, *found.why, found.whom)).lower() for w in named)


def test_no_pain_is_said_and_nothing_more():
    """Fever without pain matches no row (U-01 needs both): the words must fit that too."""
    found = shown(current_nrs=0, worst_nrs=0, fever="yes")
    assert found.do == "You entered no pain."
    assert "cannot rule everything out" in found.why[0]
