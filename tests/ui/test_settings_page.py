"""What a person chooses holds at once, is written at once, and can be taken back."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from recovery_coach import __version__
from recovery_coach.coach.numbers import Numbers
from recovery_coach.journal import PainEntry
from recovery_coach.settings.described import sections
from recovery_coach.settings.model import THEMES, Settings
from recovery_coach.timeline.model import Options
from recovery_coach.ui.controls import ChoiceBox, Segments, Switch
from recovery_coach.ui.line_field import LineField
from recovery_coach.ui.palette import CONTRAST, LIGHT
from recovery_coach.ui.settings_page import SettingsPage
from recovery_coach.ui.stepper import Stepper
from tests.ui.seat import BODY, Seat, steps

Key = Qt.Key


@pytest.fixture
def page(seat: Seat) -> SettingsPage:
    window = seat.sit_down()
    seat.click(window.sidebar.buttons["settings"])
    assert isinstance(seat.page, SettingsPage)
    return seat.page


def written(seat: Seat) -> dict[str, Any]:
    """The settings file as it is on the disk."""
    return tomllib.loads(seat.app.paths.settings.read_text(encoding="utf-8"))


def control(page: SettingsPage, name: str) -> Any:
    return page.controls[name]


def choose(seat: Seat, page: SettingsPage, name: str, label: str) -> None:
    """Press the choice of that label, in a row or in a list."""
    made = control(page, name)
    if isinstance(made, Segments):
        (segment,) = (s for s in made.buttons if s.text() == label)
        seat.click(segment)
        return
    made.setFocus()
    made.setCurrentText(label)
    made.activated.emit(made.currentIndex())
    seat.application.processEvents()


def chosen(page: SettingsPage, name: str) -> str:
    made = control(page, name)
    if isinstance(made, Segments):
        return next((s.text() for s in made.buttons if s.isChecked()), "")
    return str(made.currentText())


# -- what is there -----------------------------------------------------------------------------


def test_every_setting_there_is_has_its_row(page: SettingsPage):
    wanted = [d.name for s in sections((), ()) for d in s.settings]
    assert sorted(page.controls) == sorted(wanted)
    for made in page.controls.values():
        assert isinstance(made, Segments | ChoiceBox | LineField | Stepper | Switch)
    assert isinstance(control(page, "theme"), Segments)
    assert isinstance(control(page, "country"), ChoiceBox)


def test_every_control_tells_a_screen_reader_its_name_and_what_it_does(page: SettingsPage):
    described = [d for s in sections((), ()) for d in s.settings]
    for each in described:
        made = control(page, each.name)
        if isinstance(made, Stepper):
            made = made.box
        interface = QAccessible.queryAccessibleInterface(made)
        assert interface is not None
        if isinstance(made, ChoiceBox):  # on Linux Qt gives the value as its name
            labels = [label for label, _ in interface.relations(QAccessible.RelationFlag.Label)]
            assert [label.text(QAccessible.Text.Name) for label in labels] == [each.title]
        else:
            assert interface.text(QAccessible.Text.Name) == each.title
        assert interface.text(QAccessible.Text.Description) == each.help
    theme = control(page, "theme").buttons
    assert [s.accessibleName() for s in theme] == [
        "Theme: System",
        "Theme: Dark",
        "Theme: Light",
        "Theme: High contrast",
    ]


def test_it_shows_what_is_set(seat: Seat):
    seat.prepare(theme="contrast", switch=7.5, country="IE", count="up", reduced_motion=True)
    seat.sit_down().go("settings")
    page = seat.page
    assert chosen(page, "theme") == "High contrast"
    assert chosen(page, "country") == "Ireland"
    assert chosen(page, "count") == "Up: what is done"
    assert control(page, "switch").box.text() == "7.5 s"
    assert control(page, "get_ready").box.text() == "5 s"
    assert control(page, "reduced_motion").isChecked()


def test_a_value_between_the_choices_is_shown_as_none_of_them_and_kept(seat: Seat):
    seat.prepare(text_size=110, country="XX")
    seat.sit_down().go("settings")
    assert chosen(seat.page, "text_size") == ""
    assert chosen(seat.page, "country") == ""
    assert seat.app.settings.text_size == 110


def test_version_licences_keys_and_folder_are_there(seat: Seat, page: SettingsPage):
    assert seat.sees(__version__)
    assert seat.sees("GPL-3.0-or-later")
    used = ("PySide6", "pydantic", "appdirs", "typer", "rich", "tomlkit", "annotated-types")
    for name in (*used, "Lucide"):
        assert seat.sees(name)
    assert seat.sees("This hurts: stops at once")
    assert any(text.replace("\u200b", "") == str(seat.app.paths.data) for text in seat.texts)


def test_no_text_is_a_link(page: SettingsPage):
    from PySide6.QtWidgets import QLabel

    for label in page.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText
        assert "://" not in label.text()


# -- choosing ----------------------------------------------------------------------------------


def test_the_theme_is_worn_at_once_and_written(seat: Seat, page: SettingsPage):
    choose(seat, page, "theme", "Light")
    assert seat.window.look.palette is LIGHT
    assert written(seat)["theme"] == "light"
    assert seat.sees("Theme: Light")
    choose(seat, page, "theme", "High contrast")
    assert seat.window.look.palette is CONTRAST
    assert seat.page is page


def test_every_theme_can_be_chosen(seat: Seat, page: SettingsPage):
    for made in control(page, "theme").buttons:
        seat.click(made)
    assert written(seat)["theme"] == THEMES[-1]


def test_the_text_grows_at_once(seat: Seat, page: SettingsPage):
    seat.window.resize(1920, 1200)
    choose(seat, page, "text_size", "150 %")
    assert seat.window.look.px == round(1.5 * BODY)
    assert written(seat)["text_size"] == 150


def test_reduced_motion_holds_at_once(seat: Seat, page: SettingsPage):
    seat.click(control(page, "reduced_motion"))
    assert seat.window.look.reduced_motion
    assert written(seat)["reduced_motion"] is True
    seat.click(control(page, "reduced_motion"))
    assert not seat.window.look.reduced_motion


def test_seconds_hold_for_the_next_session_and_for_the_minutes_on_the_cards(
    seat: Seat, page: SettingsPage
):
    routine = seat.app.library.routines["core_stability"]
    before = seat.window.overview.seconds(routine)
    for _ in range(3):
        seat.click(control(page, "transition").plus)
    assert written(seat)["transition"] == 11
    assert seat.window.overview.seconds(routine) == before + 3 * (len(routine.steps) - 1)
    seat.window.start(routine)
    assert seat.stage.practice.player.timeline.options.transition == 11


def test_the_way_of_counting_holds_for_the_next_session(seat: Seat):
    seat.window_of_today().go("settings")
    choose(seat, seat.page, "count", "Up: what is done")
    stage = seat.start(*steps("plank"))
    seat.pass_time(5 + 3.25)
    view = stage.desk.ring._view
    assert view is not None
    assert (view.count, view.unit) == ("3", "of 20 s")


def test_the_country_decides_the_number_to_call_at_once(seat: Seat, page: SettingsPage):
    choose(seat, page, "country", "New Zealand")
    assert seat.window.overview.numbers().emergency == "111"
    assert written(seat)["country"] == "NZ"


def test_an_own_number_holds_once_it_is_written(seat: Seat, page: SettingsPage):
    field = control(page, "own_emergency")
    seat.click(field)
    seat.type("112")
    assert seat.window.overview.numbers().emergency == "your local emergency number"
    seat.press(Key.Key_Return)
    assert seat.window.overview.numbers().emergency == "112"
    assert written(seat)["own_emergency"] == "112"
    assert seat.sees("Emergency number: 112")


def test_an_own_number_is_kept_when_the_page_is_left(seat: Seat, page: SettingsPage):
    seat.click(control(page, "own_crisis"))
    seat.type("116 123")
    seat.window.show_today()
    assert written(seat)["own_crisis"] == "116 123"


def test_another_country_leaves_the_own_numbers_alone(seat: Seat, page: SettingsPage):
    seat.click(control(page, "own_advice"))
    seat.type("0161 1")
    seat.press(Key.Key_Return)
    choose(seat, page, "country", "United Kingdom")
    assert seat.window.overview.numbers() == Numbers("999", "0161 1")
    assert control(page, "own_advice").text() == "0161 1"
    assert control(page, "own_emergency").placeholderText() == "As in your country: 999"


def test_an_own_number_can_be_taken_back_and_taken_out(seat: Seat, page: SettingsPage):
    field = control(page, "own_emergency")
    seat.click(field)
    seat.type("999")
    seat.press(Key.Key_Return)
    seat.window.show_today()
    seat.undo()
    assert seat.app.settings.own_emergency == ""
    seat.window.go("settings")
    assert field.text() == ""
    assert field.placeholderText() == "As in your country"


def test_what_is_pasted_as_a_number_becomes_one_line(seat: Seat, page: SettingsPage):
    field = control(page, "own_crisis")
    seat.click(field)
    field.insert("  116\n123  " + "9" * 100)
    seat.press(Key.Key_Return)
    kept = seat.app.settings.own_crisis
    assert kept.startswith("116 123")
    assert len(kept) <= 40


def test_the_language_says_when_it_takes_effect(seat: Seat, page: SettingsPage):
    choose(seat, page, "language", "Deutsch")
    assert written(seat)["language"] == "de"
    assert seat.sees("Language: Deutsch. It takes effect at the next start.")
    assert seat.sees("Settings")


def test_what_nothing_uses_yet_is_kept_all_the_same(seat: Seat, page: SettingsPage):
    choose(seat, page, "week_start", "Sunday")
    choose(seat, page, "units", "Pounds, ounces")
    assert written(seat)["week_start"] == "sunday"
    assert written(seat)["units"] == "imperial"


# -- taking back -------------------------------------------------------------------------------


@pytest.mark.parametrize("by", ["button", "key"])
def test_undo_brings_back_what_was(seat: Seat, page: SettingsPage, by: str):
    choose(seat, page, "theme", "Light")
    choose(seat, page, "theme", "High contrast")
    seat.click("Undo") if by == "button" else seat.undo()
    assert seat.window.look.palette is LIGHT
    assert chosen(page, "theme") == "Light"
    assert written(seat)["theme"] == "light"
    seat.undo()
    assert chosen(page, "theme") == "Light", "one step, as everywhere"


def test_undo_works_from_another_page_and_long_after(seat: Seat, page: SettingsPage):
    choose(seat, page, "country", "Ireland")
    seat.window.toast.hide()
    seat.window.show_today()
    seat.undo()
    assert seat.app.settings.country == ""


def test_what_was_done_last_is_what_is_taken_back(seat: Seat, page: SettingsPage):
    choose(seat, page, "theme", "Light")
    seat.window.show_today()
    seat.click(seat.page.strip.buttons[3])
    seat.undo()
    assert seat.records(PainEntry) == []
    assert seat.app.settings.theme == "light"


def test_seconds_stepped_one_by_one_are_taken_back_together(seat: Seat, page: SettingsPage):
    for _ in range(4):
        seat.click(control(page, "switch").plus)
    assert seat.app.settings.switch == 9
    seat.click("Undo")
    assert seat.app.settings.switch == 5
    assert control(page, "switch").box.text() == "5 s"


def test_stepped_away_and_back_there_is_nothing_to_undo(seat: Seat, page: SettingsPage):
    seat.click(control(page, "switch").plus)
    seat.click(control(page, "switch").minus)
    assert seat.app.settings.switch == 5
    assert seat.window.toast.isHidden()


def test_two_kinds_of_seconds_are_two_things_to_undo(seat: Seat, page: SettingsPage):
    seat.click(control(page, "switch").plus)
    seat.click(control(page, "get_ready").plus)
    seat.undo()
    assert (seat.app.settings.switch, seat.app.settings.get_ready) == (6, 5)


# -- by keyboard -------------------------------------------------------------------------------


def test_arrows_move_in_a_row_and_only_space_or_enter_chooses(seat: Seat, page: SettingsPage):
    row = control(page, "theme")
    row.buttons[1].setFocus()
    seat.press(Key.Key_Right)
    assert row.buttons[2].hasFocus()
    assert seat.app.settings.theme == "dark"
    seat.press(Key.Key_Space)
    assert seat.app.settings.theme == "light"
    seat.press(Key.Key_Right, Key.Key_Right, Key.Key_Right, Key.Key_Return)
    assert seat.app.settings.theme == "contrast"
    seat.press(Key.Key_Left, Key.Key_Up, Key.Key_Down)
    assert row.buttons[2].hasFocus()


def test_from_the_right_the_arrows_go_as_they_look(seat: Seat, page: SettingsPage):
    row = control(page, "theme")
    row.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    row.buttons[1].setFocus()
    seat.press(Key.Key_Left)
    assert row.buttons[2].hasFocus()


def test_a_row_is_one_stop_for_tab(seat: Seat, page: SettingsPage):
    control(page, "theme").buttons[1].setFocus()
    seat.press(Key.Key_Tab)
    assert seat.application.focusWidget() in control(page, "text_size").buttons


def test_seconds_are_typed_and_enter_takes_them(seat: Seat, page: SettingsPage):
    box = control(page, "get_ready").box
    box.setFocus()
    box.selectAll()
    seat.type("12")
    assert seat.app.settings.get_ready == 5, "not before it is all there"
    seat.press(Key.Key_Return)
    assert seat.app.settings.get_ready == 12
    seat.press(Key.Key_Up, Key.Key_PageUp)
    assert seat.app.settings.get_ready == 23
    seat.undo()
    assert seat.app.settings.get_ready == 5, "Ctrl+Z in the field is the window's, too"
    assert box.text() == "5 s"


def test_seconds_keep_within_what_they_may_be(seat: Seat, page: SettingsPage):
    stepper = control(page, "switch")
    stepper.box.setFocus()
    stepper.box.selectAll()
    seat.type("0")
    seat.press(Key.Key_Return)
    assert not stepper.minus.isEnabled()
    assert stepper.plus.isEnabled()
    seat.press(Key.Key_Down)
    assert seat.app.settings.switch == 0


def test_a_letter_in_a_list_finds_an_entry_and_f_is_no_full_screen(seat: Seat, page: SettingsPage):
    box = control(page, "country")
    box.setFocus()
    seat.type("n")
    assert box.currentText() == "New Zealand"
    assert seat.app.settings.country == "NZ"
    seat.type("f")
    assert not seat.window.isFullScreen()


def test_enter_opens_a_list(seat: Seat, page: SettingsPage, monkeypatch: pytest.MonkeyPatch):
    opened: list[ChoiceBox] = []
    # Without a display none opens.
    monkeypatch.setattr(ChoiceBox, "showPopup", lambda box: opened.append(box))
    box = control(page, "country")
    box.setFocus()
    seat.press(Key.Key_Return)
    assert opened == [box]


@pytest.mark.parametrize("name", ["country", "switch", "theme"])
def test_the_wheel_scrolls_the_page_and_changes_nothing(seat: Seat, page: SettingsPage, name: str):
    made: QWidget = control(page, name)
    target = made.box if isinstance(made, Stepper) else made
    page.ensureWidgetVisible(target)
    target.setFocus()
    before = seat.app.settings
    at = QPointF(target.rect().center())
    buttons = (Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier)
    rest = (*buttons, Qt.ScrollPhase.NoScrollPhase, False)
    event = QWheelEvent(at, target.mapToGlobal(at), QPoint(), QPoint(0, -120), *rest)
    QApplication.sendEvent(target, event)
    assert seat.app.settings == before
    assert seat.window.toast.isHidden()


# -- trouble -----------------------------------------------------------------------------------


def full(*_: object) -> None:
    raise OSError(28, "No space left on device")


def test_what_cannot_be_written_holds_all_the_same_and_is_said(
    seat: Seat, page: SettingsPage, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("recovery_coach.app.save_settings", full)
    choose(seat, page, "theme", "Light")
    assert seat.window.look.theme == "light"
    assert seat.sees("The settings could not be saved: No space left on device.")
    assert seat.sees("What you chose holds until you close the window.")
    seat.undo()
    assert seat.window.look.theme == "dark"
    assert chosen(page, "theme") == "Dark"


def test_mistakes_in_the_file_are_said_at_the_start_and_shown_here_until_mended(seat: Seat):
    path = seat.prepare().paths.settings
    path.write_text('welcome_seen = 1\ntheme = "drak"\nswitch = -5\n', encoding="utf-8")
    seat.prepare_as_it_is()
    seat.sit_down()
    assert seat.sees("Some settings could not be read")
    seat.window.toast.hide()
    seat.window.go("settings")
    assert seat.sees("Line 2 · theme")
    assert seat.sees("must be a number from 0 to 600")
    choose(seat, seat.page, "theme", "Dark")
    assert not seat.sees("Line 2 · theme")
    assert written(seat) == {"welcome_seen": 1, "theme": "dark"}


# -- the folder --------------------------------------------------------------------------------


def test_the_path_of_the_folder_can_be_copied(seat: Seat, page: SettingsPage):
    seat.click("Copy the path")
    assert QGuiApplication.clipboard().text() == str(seat.app.paths.data)
    assert seat.sees("Copied.")


def test_the_folder_can_be_opened(seat: Seat, page: SettingsPage, monkeypatch: pytest.MonkeyPatch):
    opened: list[str] = []
    monkeypatch.setattr(
        "recovery_coach.ui.window.QDesktopServices.openUrl",
        lambda url: opened.append(url.toLocalFile()),
    )
    seat.click("Open the folder")
    assert opened == [str(seat.app.paths.data)]


def test_where_no_program_opens_a_folder_it_is_said(
    seat: Seat, page: SettingsPage, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("recovery_coach.ui.window.QDesktopServices.openUrl", lambda url: False)
    seat.click("Open the folder")
    assert f"opens {seat.app.paths.data}" in seat.window.toast.text


# -- one routine's own time --------------------------------------------------------------------


def test_a_routine_may_have_its_own_time_in_between(seat: Seat):
    window = seat.sit_down()
    window.open_routine("core_stability")
    page = seat.page
    moves = len(page.routine.steps)
    before = window.overview.seconds(page.routine)
    assert not page.timing.usual_button.isEnabled()
    for _ in range(2):
        seat.click(page.timing.steppers["transition"].plus)
    assert written(seat)["timing"] == {"core_stability": {"transition": 10.0}}
    assert window.overview.seconds(page.routine) == before + 2 * (moves - 1)
    assert seat.sees("Between exercises: 10 s")
    assert seat.app.options_for("pre_squat") == Options()
    seat.click("Start")
    assert seat.stage.practice.player.timeline.options.transition == 10


def test_the_minutes_follow_at_once_and_undo_takes_all_steps_back(seat: Seat):
    seat.sit_down().open_routine("core_stability")
    page = seat.page
    whole, facts = page.timing.whole.text(), page._facts.text()
    for _ in range(3):
        seat.click(page.timing.steppers["switch"].plus)
    assert page.timing.whole.text() != whole
    assert page._facts.text() != facts
    seat.click("Undo")
    assert (page.timing.whole.text(), page._facts.text()) == (whole, facts)
    assert "timing" not in written(seat)


def test_as_usual_forgets_it_and_can_be_undone(seat: Seat):
    seat.prepare(timing={"core_stability": {"switch": 12.0}, "pre_squat": {"switch": 3.0}})
    seat.sit_down().open_routine("core_stability")
    page = seat.page
    assert page.timing.steppers["switch"].box.text() == "12 s"
    seat.click("As usual")
    assert page.timing.steppers["switch"].box.text() == "5 s"
    assert written(seat)["timing"] == {"pre_squat": {"switch": 3.0}}
    seat.undo()
    assert page.timing.steppers["switch"].box.text() == "12 s"
    assert page.timing.usual_button.isEnabled()


def test_a_time_set_back_to_the_usual_is_not_its_own_any_more(seat: Seat):
    seat.prepare(timing={"core_stability": {"switch": 6.0}})
    seat.sit_down().open_routine("core_stability")
    seat.click(seat.page.timing.steppers["switch"].minus)
    assert "timing" not in written(seat)
    assert not seat.page.timing.usual_button.isEnabled()


def test_every_default_is_what_the_page_begins_with(seat: Seat, page: SettingsPage):
    for name in ("get_ready", "switch", "transition"):
        assert control(page, name).box.value() == getattr(Settings(), name)


def test_how_loud_it_is_stands_beside_what_is_heard(seat: Seat, page: SettingsPage):
    for sound, volume in (("voice", "voice_volume"), ("tones", "tone_volume")):
        switch, loud = page.controls[sound], page.controls[volume]
        assert switch.mapTo(page, switch.rect().center()).y() == pytest.approx(
            loud.mapTo(page, loud.rect().center()).y(), abs=2
        )
    loud = control(page, "tone_volume")
    loud.setFocus()
    seat.press(Qt.Key.Key_Down)
    assert seat.app.settings.tone_volume == 100
    assert seat.sees("Tones, how loud: 100 %")
