"""How to come to pages in each of their states, for pictures and measuring."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QPushButton

from recovery_coach.base.i18n import tr
from tests import checks, keeping_places, trends_places

OWN = """\
id = "evening_wind_down_after_a_long_day_at_the_desk"
name = "Evening wind-down after a long day at the desk, slow and easy"
summary = "Six slow breaths in every position, on the floor, with the lights down low and no hurry."
tags = ["calm", "evenings when everything has been too much"]

[[steps]]
exercise = "cat_cow"
reps = 6

[[steps]]
exercise = "childs_pose"
"""
BAD = """\
id = "evening"
name = "Evening"
summary = "Slow."

[[steps]]
exercise = "cat_cow"
hold = -20

[[steps]]
exercise = "bird_dig"
reps = 5
"""


def routines(window: Any, opened: str = "", **chosen: Any) -> Any:
    """The routines, with a filter opened and others chosen."""
    from dataclasses import replace

    window.go("routines")
    page = window.page
    page.bar.filters = replace(page.bar.filters, **chosen)
    page.refresh()
    if opened:
        page.bar.openers[opened].click()
    return page


def _filtered(window: Any) -> None:
    routines(window, "without", without=frozenset({"band", "dowel", "foam roller"}), up_to=10)


def _nothing(window: Any) -> None:
    routines(window, "tag", tag="core", up_to=5)


def _sore(window: Any) -> None:
    window.today.strip.buttons[7].click()
    window.toast.hide()
    routines(window)


def _own(window: Any) -> None:
    folder = window.app.paths.library / "routines"
    folder.mkdir(parents=True)
    (folder / "evening.toml").write_text(OWN, encoding="utf-8")
    (folder / "late.toml").write_text(BAD, encoding="utf-8")
    (folder / "broken.toml").write_text('id = "broken\n', encoding="utf-8")
    window.overview.library = window.app.reload_library()
    routines(window, "avoided")


# -- the exercises -------------------------------------------------------------------------


SOUGHT = "kettlebell"
"""What no exercise has."""


def exercises(window: Any, typed: str = "", opened: str = "", **chosen: Any) -> Any:
    """The exercises, searched, with a filter opened and others chosen."""
    from dataclasses import replace

    window.go("exercises")
    page = window.page
    page.bar.filters = replace(page.bar.filters, **chosen)
    page.field.setText(typed)
    page.refresh()
    if opened:
        page.bar.openers[opened].click()
    return page


def _exercises_filtered(window: Any) -> None:
    exercises(window, "", "tags", tags=frozenset({"core"}), without=frozenset({"band"}))


def _exercises_sore(window: Any) -> None:
    window.today.strip.buttons[7].click()
    window.toast.hide()
    exercises(window)


def _exercise(window: Any, identifier: str, at_end: bool = False) -> None:
    window.go("exercises")
    window.exercises.open(identifier)
    window.page.at_end = at_end


# -- the journal ---------------------------------------------------------------------------

LONG = (
    "Deadlifts moved from Tuesday to today. Slept five hours, the left side felt tight when"
    " standing up, better after the third round; next time the band lower and the pause longer."
)


def _months(window: Any) -> None:
    """Some weeks of sessions and numbers, with a gap, into the year before."""
    from datetime import timedelta

    from recovery_coach.journal import PainEntry, SessionRecord

    journal, now = window.journal, window.clock.now()
    for days in (0, 1, 2, 4, 12, 13, 14, 15, 20, *range(24, 90, 2)):
        at = now - timedelta(days=days, minutes=40 + 13 * days % 200)
        note = LONG if days == 12 else "Slept badly." if days == 1 else ""
        journal.append(PainEntry(nrs=days * 7 % 9, at=at, source="today", note=note))
        if days % 3 == 0:
            journal.append(
                SessionRecord(
                    routine="core_stability",
                    routine_name="Core stability",
                    started_at=at + timedelta(minutes=5),
                    ended_at=at + timedelta(minutes=22),
                    state="finished",
                    planned_seconds=1020,
                    active_seconds=830,
                    steps_total=6,
                    segments_total=40,
                    pain_before=4,
                    pain_after=2,
                    effort=6,
                    note=LONG if days == 15 else "",
                )
            )


def _journal(window: Any) -> None:
    _months(window)
    window.go("journal")


def every_kind(window: Any) -> dict[str, str]:
    """An entry of every kind within a few days; the record ids by kind."""
    from datetime import timedelta

    from recovery_coach.journal import (
        BackgroundRecord,
        CheckRecord,
        ImpactRecord,
        MarkRecord,
        PainEntry,
        SeenRecord,
        answer_texts,
    )

    journal, now = window.journal, window.clock.now()
    answers = {"saddle_change": "no", "fever": "no", "leg_weakness": "mild", "trend": "worse"}
    flare = PainEntry(
        nrs=7,
        leg_nrs=4,
        at=now - timedelta(days=2, hours=3),
        source="flare",
        regions=("lowback_L=7", "buttock_L=4"),
        qualities=("sharp", "stiff"),
        note="Lifted the box from the car.",
    )
    marked = PainEntry(at=now - timedelta(days=5), source="checkin", regions=("knee_R",))
    check = CheckRecord(
        at=now - timedelta(days=2, hours=2),
        full=True,
        answers=answer_texts(answers),
        level="urgent",
        rules=1,
    )
    seen = SeenRecord(
        at=now - timedelta(days=1, hours=4),
        seen_on=f"{now - timedelta(days=2):%Y-%m-%d}",
        exercise_fine="yes",
    )
    week = ImpactRecord(at=now - timedelta(hours=1), pain=3, enjoyment=2, activity=5)
    background = BackgroundRecord(
        at=now - timedelta(days=6),
        answers=answer_texts({"age_band": "26-49", "osteoporosis": "no"}),
        codes=("FLEX",),
    )
    records = {"flare": flare, "marked": marked, "check": check, "seen": seen}
    mark = MarkRecord(at=now - timedelta(days=4), words="Deadlift PR, 140 kg")
    records |= {"impact": week, "background": background, "mark": mark}
    return {name: journal.append(record).record_id for name, record in records.items()}


def _diary(window: Any, record: str = "") -> None:
    """February, full; or one record of it opened."""
    from datetime import timedelta

    _months(window)
    found = every_kind(window)
    window.go("journal")
    if record:
        window.entries.open(found[record])
        return
    window.page.calendar.go(window.clock.now().date() - timedelta(days=14))


def report(window: Any, chip: str = "") -> Any:
    """The report of what is in February; with what ``chip`` chooses."""
    _months(window)
    every_kind(window)
    practised(window)
    window.go("journal")
    window.open_report(window.go_back)
    page = window.page
    for one in page.choices.findChildren(QPushButton):
        if one.text() == chip:
            one.click()
    return page


def _sought(window: Any, typed: str) -> None:
    _months(window)
    every_kind(window)
    window.go("journal")
    window.page.field.setText(typed)
    window.page.show_found()


def _month_open(window: Any) -> None:
    _diary(window)
    window.page.calendar.month_button.click()


def _empty_day(window: Any) -> None:
    """A day of the gap is chosen."""
    from datetime import timedelta

    _journal(window)
    window.page.calendar.go(window.clock.now().date() - timedelta(days=7))


def _long_ago(window: Any) -> None:
    """From a day of the last year on."""
    from datetime import timedelta

    _journal(window)
    page = window.page
    page.calendar.go(window.clock.now().date() - timedelta(days=86))
    page.show_day(page.calendar.day)


def practised(window: Any) -> str:
    """A session as the player writes it, with sets left out and a hurt; its record id."""
    from recovery_coach.coach.practise import Practice

    library, clock = window.app.library, window.clock
    practice = Practice(
        library.routines["core_stability"], library.exercises, clock, window.journal
    )
    practice.start()
    for index in range(24):
        if index == 9:
            practice.hurt()
            practice.answer_hurt(4, "sharp")
            practice.leave_hurt("skip")
        if index % 5 == 3:
            practice.handle(practice.player.skip())
            continue
        until = practice.player.segment.index
        while not practice.player.ended and practice.player.segment.index == until:
            clock.advance(1.0)
            practice.tick()
    practice.stop("asked")
    practice.give_before(4)
    practice.save_finish(3, 6, LONG)
    return str(practice.session_id)


def _session(window: Any, edited: bool = False, editing: bool = False) -> None:
    from recovery_coach.coach.amending import Answers, amend_session

    identifier = practised(window)
    if edited:
        window.clock.advance(8000)
        amend_session(window.journal, identifier, Answers(before=4, after=2, effort=6, note=LONG))
        window.clock.advance(80000)
        short = Answers(before=4, after=2, effort=None, note="Left side tight.")
        amend_session(window.journal, identifier, short)
    window.go("journal")
    window.entries.open(identifier)
    page = window.page
    if edited:
        page.versions_button.click()
        for _ in range(3):
            page.widget().layout().activate()
        page.ensureWidgetVisible(page.versions_button)
    if editing:
        page._edit()


def _number(window: Any) -> None:
    from dataclasses import replace

    from recovery_coach.coach.amending import amend_entry

    entry = window.journal.latest_pain()
    changed = replace(entry.record, nrs=5, note="After a long drive.")
    amend_entry(window.journal, entry.record_id, changed)
    window.go("journal")
    window.entries.open(entry.record_id)
    window.page.versions_button.click()


def _deleted(window: Any) -> None:
    _months(window)
    identifier = practised(window)
    window.go("journal")
    window.entries.open(identifier)
    window.entries.delete(identifier)


# -- charts ------------------------------------------------------------------------------------


def charts_page(window: Any, *shown: Any, table: bool = False) -> Any:
    """Cards of charts, alone on a page; the first one read, or all as tables."""
    from recovery_coach.ui.chart_card import ChartCard
    from recovery_coach.ui.parts import ScrollPage

    page = ScrollPage(tr("Charts"))
    cards = [ChartCard(window.look) for _ in shown]
    for card, chart in zip(cards, shown, strict=True):
        card.show_chart(chart, chart.description)
        card.show_table(table)
        page.body.addWidget(card)
    page.body.addStretch(1)
    window.show_page(page)
    page.cards = cards
    return page


def _charts(name: str, window: Any) -> None:
    from tests import charts

    made: dict[str, Callable[[], tuple[Any, ...]]] = {
        "weeks": lambda: (charts.time_chart(84), charts.time_chart(28, seed=2)),
        "years": lambda: (charts.time_chart(365), charts.time_chart(3650)),
        "beside": lambda: (charts.sleep_chart(), charts.time_chart(14, missing=1.0, events=1)),
        "calendar": lambda: (charts.heat_map(84), charts.heat_map(365)),
        "pairs": lambda: (charts.pairs_chart(), charts.pairs_chart(0)),
        "bars": lambda: (charts.bars_chart(), charts.bars_chart(52)),
        "table": lambda: (charts.time_chart(84), charts.pairs_chart(5)),
    }
    charts_page(window, *made[name](), table=name == "table")


def _chart_read(window: Any) -> None:
    """The mouse is over a day, and one has looked into a part."""
    from PySide6.QtCore import QEvent, QPointF, Qt
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QApplication

    from tests import charts

    chart = charts.time_chart(84)
    page = charts_page(window, chart)
    (card,) = page.cards
    card.show_chart(chart, chart.description, charts.span_of(365))
    window.show()
    for _ in range(4):
        QApplication.processEvents()
    at = QPointF(card.view.plot.place(20).center())
    kind, none = QEvent.Type.MouseMove, Qt.MouseButton.NoButton
    where = card.view.mapToGlobal(at)
    event = QMouseEvent(kind, at, where, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(card.view, event)


# -- two computers -------------------------------------------------------------------------


def share(window: Any, name: str = "Nextcloud/Recovery-Coach") -> Any:
    """Share a folder with another computer, which knows what is in the journal here."""
    from tests.other_computer import OtherComputer

    home = window.app.paths.data.parent
    other = OtherComputer(home / "other", home / name, window.clock)
    window.app.change_settings(sync_folder=str(other.folder))
    exchange(window)
    other.exchange()
    return other


def exchange(window: Any) -> None:
    """Exchange, and wait until that is done."""
    from PySide6.QtWidgets import QApplication

    window.sharing.begin()
    window.sharing.exchange()
    while window.sharing.is_busy:
        QApplication.processEvents()


def fork(window: Any, other: Any) -> None:
    """Three entries are changed on both computers, one of them deleted on the other."""
    from dataclasses import replace
    from datetime import timedelta

    journal, now = window.journal, window.clock.now()
    flare = full_entry(now - timedelta(hours=3), source="flare", training=None, lifts=())
    simple = replace(flare, nrs=4, at=now - timedelta(days=1), regions=(), qualities=(), note="")
    entries = [journal.append(record) for record in (flare, simple)]
    session = practised(window)
    exchange(window)
    other.exchange()
    window.clock.advance(900)
    journal.revise(entries[0].record_id, replace(flare, nrs=5, note="After a long drive."))
    journal.revise(entries[1].record_id, replace(simple, nrs=3, note="Slept well."))
    here = journal.get(session).record
    journal.revise(session, replace(here, effort=4))
    window.clock.advance(4000)
    there = replace(flare, nrs=7, regions=("lowback_L=7", "buttock_R=4", "thigh_back_R=3"))
    other.journal.revise(entries[0].record_id, there)
    other.journal.delete(entries[1].record_id)
    other.journal.revise(session, replace(here, effort=7, note=LONG))
    other.exchange()
    exchange(window)


def sharing(window: Any, shared: bool = True, forked: bool = False) -> None:
    """The card by itself."""
    from recovery_coach.ui.parts import ScrollPage

    if shared:
        other = share(window)
        if forked:
            fork(window, other)
            copy = other.file.with_name(f"{other.file.stem}.sync-conflict-20261122-1010.json")
            copy.write_bytes(other.file.read_bytes()[:900])
        exchange(window)
        window.toast.hide()
        other.close()
    page = ScrollPage(tr("Your journal"), widest=860)
    page.body.addWidget(window.sharing.make_card())
    page.body.addStretch(1)
    window.show_page(page)
    while window.sharing.is_busy:
        exchange(window)


def _journal_forks(window: Any) -> None:
    """The journal, with something to choose."""
    _months(window)
    forks(window, told=True)
    window.toast.hide()
    window.go("journal")


def forks(window: Any, at_end: bool = False, told: bool = False) -> None:
    """What was changed on two computers; or the message that leads there."""
    other = share(window)
    fork(window, other)
    other.close()
    if not told:
        window.sharing.open_forks()
        window.page.at_end = at_end


# -- a check, and what follows from it ---------------------------------------------------------


def check(
    window: Any, full: bool = False, starting: str = "", groups: Any = None, **given: str
) -> Any:
    """The page of a check, what was triggered or all of it."""
    from recovery_coach.ui.check_page import CheckPage

    wanted = groups or (checks.GROUPS if full else checks.TRIGGERED)
    page = CheckPage(
        window.look,
        wanted,
        given,
        full,
        starting,
        numbers=window.app.numbers(),
        now=window.clock.now(),
    )
    window.show_page(page, alone=True)
    return page


def _check_course(window: Any) -> None:
    """Numbers and times, with a date given."""
    groups = (checks.COURSE, checks.SELF_HARM)
    check(window, groups=groups, onset_time="2025-12-24T00:00+01:00", current_nrs="4")


def _check_begun(window: Any) -> None:
    """The full check in its middle, with some answers given and a card unfolded."""
    given = {question.field: question.none for question in checks.SADDLE.questions}
    page = check(window, full=True, **given, fever="yes")
    page.cards[1].opener.click()


def level(window: Any, name: str) -> Any:
    """The screen of a level, alone in the window."""
    from recovery_coach.ui.level_page import LevelPage

    crisis = name == "crisis"
    screen = checks.spoken_screen(name)
    page = LevelPage(window.look, screen, "emergency" if crisis else name, crisis)
    window.show_page(page, alone=True)
    return page


def _level_cards(window: Any) -> None:
    """The cards of a page, one of them unfolded."""
    from recovery_coach.ui.level_card import LevelCard
    from recovery_coach.ui.parts import ScrollPage

    page = ScrollPage(tr("Today"))
    for name in ("book", "not fully checked", "self-care"):
        card = LevelCard(window.look, checks.spoken_screen(name), name)
        card.show_reasons(name == "book")
        page.body.addWidget(card)
    page.body.addStretch(1)
    window.show_page(page)


def _seen(window: Any) -> None:
    from recovery_coach.ui.seen_page import SeenPage

    window.show_page(SeenPage(window.look, window.clock.now().date()), alone=True)


# -- the check-in --------------------------------------------------------------------------


def checkin(window: Any, filled: bool = False, flare: bool = False) -> Any:
    """The check-in, empty or with an answer to everything."""
    from recovery_coach.ui.later import CheckinPage

    page = CheckinPage(window.look, window.clock.now, window.app.settings)
    page.open(flare)
    if filled:
        page.form.show_entry(full_entry(window.clock.now()))
        page.note_button.hide()
    window.show_page(page)
    return page


def full_entry(at: Any, **changes: Any) -> Any:
    """An entry in which everything is answered."""
    from recovery_coach.journal import PainEntry

    values: dict[str, Any] = {
        "nrs": 6,
        "leg_nrs": 2,
        "worst_nrs": 7,
        "regions": ("lowback_L=6", "buttock_R=4"),
        "qualities": ("dull", "achy", "sharp"),
        "stiff_minutes": 20,
        "woke": True,
        "runs_down": "thigh",
        "runs_side": "left",
        "sleep_hours": 6.5,
        "sleep_quality": 4,
        "stress": 3,
        "mood": 6,
        "water": 1.75,
        "training": "trained",
        "lifts": ("deadlift", "row"),
        "training_minutes": 60,
        "effort": 8,
        "taken": ("heat",),
        "note": "PR attempt, slept badly after it.",
    }
    return PainEntry(**{"at": at, "source": "checkin", **values, **changes})


def _matter(window: Any, filled: bool = False) -> None:
    page = checkin(window, filled)
    page.form.matter_button.click()
    page.at_end = True


def _another_day(window: Any) -> None:
    page = checkin(window)
    page.when.button.click()
    page.when.days.days[8].click()


def _four_words(window: Any) -> None:
    page = checkin(window, filled=True)
    page.form.kind.families[2].chips["numb"].click()


def _entry(window: Any, at_end: bool = False) -> None:
    entry = window.journal.append(full_entry(window.clock.now()))
    window.go("journal")
    window.entries.open(entry.record_id)
    window.page.at_end = at_end


def _impact(window: Any, *answers: int) -> None:
    from recovery_coach.ui.later import ImpactPage

    page = ImpactPage(window.look, window.clock.now)
    for scale, number in zip((page.pain, page.enjoyment, page.activity), answers, strict=False):
        scale.strip.buttons[number].click()
    window.show_page(page)


def mark(window: Any, compares: bool = False, filled: bool = False) -> Any:
    """A day is marked; ``filled``: after some days with numbers, words are there."""
    if filled:
        _months(window)
    window.go("journal")
    window.entries.ask_mark()
    page = window.page
    if compares:
        page.kinds.tiles[1].click()
    if filled:
        page.field.setText("Core work three times a week")
    return page


def _marked(window: Any, compares: bool) -> None:
    """A mark of some days ago, opened, with what it said before."""
    from dataclasses import replace

    from recovery_coach.journal import MarkRecord

    at = window.clock.now()
    entry = window.journal.append(MarkRecord(at=at, words="PR", compares=compares))
    window.clock.advance(5 * 86400)
    words = "Core work three times a week" if compares else "Deadlift PR, 140 kg"
    window.journal.revise(entry.record_id, replace(entry.record, words=words))
    window.go("journal")
    window.entries.open(entry.record_id)
    window.page.versions_button.click()


def _morning(window: Any) -> None:
    """The day after a session: the question is about it."""
    from datetime import timedelta

    from tests.journal.make import session

    at = window.clock.now() - timedelta(days=1)
    name = window.app.library.routines["core_stability"].name
    record = session("core_stability", routine_name=name, started_at=at, active_seconds=900.0)
    window.journal.append(record)
    window.show_today()


# -- what stands ---------------------------------------------------------------------------


def stands(window: Any, number: int, asked_all: bool = False, **answers: Any) -> None:
    """Today, after a number and perhaps a check."""
    from recovery_coach.coach.checks import answer

    window.today.strip.buttons[number].click()
    window.toast.hide()
    if answers:
        answer(window.journal, checks.all_none(**answers), window.overview.now, asked_all)
    window.checks.show_what_follows()


def _hours_ago(window: Any, hours: int) -> str:
    from datetime import timedelta

    moment: str = (window.clock.now() - timedelta(hours=hours)).isoformat()
    return moment


def _check_due(window: Any, answered: int = 0) -> None:
    """A routine was begun with a number of 4: its questions stand before it."""
    window.today.strip.buttons[4].click()
    window.toast.hide()
    window.sessions.start_by_id("pre_deadlift")
    window.show()  # what is answered there is in sight
    for card in window.page.cards[:answered]:
        if card.none is not None:
            card.none.click()
        else:
            card.controls["age_band"].buttons[2].click()


def _check_due_open(window: Any) -> None:
    """One of these: the first group is unfolded, with an answer."""
    _check_due(window)
    first = window.page.cards[0]
    first.opener.click()
    first.controls["saddle_change"].buttons[0].click()


# -- health background ---------------------------------------------------------------------


def said(window: Any, *codes: str, **answers: str) -> None:
    """What a person set to be left out, and said of their health, four months ago and today."""
    from datetime import timedelta

    from recovery_coach.coach.background import answer, set_code

    now = window.clock.now()
    for code in codes:
        set_code(window.journal, code, True, now)
    for name, value in answers.items():
        answer(window.journal, name, value, now - timedelta(days=120))


def _background(window: Any, at_end: bool = False, empty: bool = False) -> None:
    if not empty:
        said(window, "FLEX", "KNE", age_band="50-59", osteoporosis="yes", infection_3m="yes")
    window.go("settings")
    window.open_background(window.go_back)
    window.page.at_end = at_end


CODES = ("BAL", "EXT", "HIP", "KNE", "PRE", "SHO")
"""Enough to leave nothing of a routine for the core."""


def _changed(window: Any, routine: str, *codes: str) -> None:
    """A routine of which some is left out, filled, and done the easier way."""
    said(window, *codes)
    window.open_routine(routine)


def _today_changed(window: Any) -> None:
    said(window, "KNE", "BAL")
    window.show_today()


def _routines_changed(window: Any) -> None:
    said(window, *CODES)
    routines(window)


def _exercise_left_out(window: Any) -> None:
    said(window, "FLEX")
    _exercise(window, "childs_pose")


# -- a session -----------------------------------------------------------------------------


def welcome_back(window: Any, routine: str, segment: int, seconds: float) -> None:
    """A session in a segment, twelve minutes after nobody was watching any more."""
    window.sessions.start_by_id(routine)
    stage = window.stage
    for _ in range(segment):
        stage.practice.handle(stage.practice.player.skip())
    stage.driver.stop()
    for _ in range(round(seconds)):
        window.clock.advance(1.0)
        stage.practice.tick()
    window.clock.suspend(720)
    stage.practice.tick()
    stage.wake()


def _dark(window: Any) -> None:
    from recovery_coach.ui.awake import KeptAwake

    window.sessions.start_by_id("pre_deadlift")
    window.stage.driver.stop()
    KeptAwake(window, window.stage)._on_refused()


# -- what is heard -------------------------------------------------------------------------


def sound_section(window: Any) -> None:
    """The settings at their sounds, while the voice is tested."""
    from recovery_coach.ui.sound_check import sample

    window.go("settings")
    page = window.page
    page.heard.setText(sample("voice")[0].text)
    page.look_at = page.controls["silent"].parentWidget().parentWidget()


def _numbers(window: Any) -> None:
    """The settings at the numbers to call, one of them the person's own."""
    window.app.change_settings(country="GB", own_crisis="116 123")
    window.go("settings")
    page = window.page
    page.look_at = page.controls["country"].parentWidget().parentWidget()


def _preview(window: Any) -> None:
    """A routine's page while its beginning is played."""
    window.open_routine("core_stability")
    window.page.show_preview(tr("Next: {name}").format(name=tr("Bird dog")))


def _sore_pace(window: Any) -> None:
    """The pace of a routine, in part its own, on a sore day."""
    window.today.strip.buttons[7].click()
    window.open_routine("core_stability")
    window.page.timing.steppers["switch"].plus.click()
    window.toast.hide()
    window.page.at_end = True


def _state(window: Any, text: str, caption: str = LONG, sound: bool = False) -> None:
    """At the desk, with the sound to be spoken of, and something long said."""
    play(window, "core_stability", 25, 20.2)
    window.stage.show_sound_state(text)
    window.stage.show_caption(caption, sound)


def _preparing(window: Any) -> None:
    """Before it begins: the voice is being recorded."""
    window.sessions._begin = lambda stage, at: None
    window.sessions.start_by_id("core_stability")
    window.stage.show_sound_state(
        tr("Preparing the voice: {done} of {all}").format(done=12, all=72)
    )


# -- a session from the floor, and in the corner of the screen -------------------------------


def play(window: Any, routine: str, segment: int, seconds: float) -> Any:
    """The stage of a session ``seconds`` into a segment, standing still as a picture."""
    window.sessions.start_by_id(routine)
    stage = window.stage
    for _ in range(segment):
        stage.practice.handle(stage.practice.player.skip())
    if segment:
        pretend_done(stage.practice, segment)
    stage.driver.stop()
    while seconds > 0:
        window.clock.advance(min(seconds, 0.1))
        stage.practice.tick()
        seconds -= 0.1
    stage._show()
    return stage


def pretend_done(practice: Any, segment: int) -> None:
    """As if all before a segment had been done."""
    for done in practice.player.timeline.segments[:segment]:
        if done.performed:
            practice._done[done.key] = "done"
            practice._active += done.seconds


def _floor(window: Any, routine: str, segment: int, seconds: float) -> None:
    play(window, routine, segment, seconds).faces.show_floor(True)
    window.stage.driver.stop()


def _floor_asking(window: Any) -> None:
    window.clock.advance(7200)  # the number of before is an old one by now
    _floor(window, "pre_deadlift", 0, 1.5)


def _floor_paused(window: Any) -> None:
    _floor(window, "pre_deadlift", 3, 8.0)
    window.stage.pause()
    window.stage.show_sound_state(tr("No voice: captions only"))


def _long_routine(window: Any) -> None:
    """At the desk, with a name as long as its owner liked, and the sound to be spoken of."""
    _own(window)
    play(window, "evening_wind_down_after_a_long_day_at_the_desk", 1, 3.0)
    window.stage.show_sound_state(tr("No voice: captions only"))
    window.stage.show_caption("Slow breaths, as long as they come by themselves", sound=True)


def mini(window: Any, routine: str, segment: int, seconds: float) -> Any:
    """The mini window of a session."""
    window.show()
    stage = play(window, routine, segment, seconds)
    stage.faces.turn_mini()
    stage.driver.stop()
    return stage.faces.mini


def _mini_said(window: Any) -> Any:
    """With something long said, and no voice to say it."""
    made = mini(window, "cool_down_seed", 14, 6.0)
    window.stage.show_sound_state(tr("No voice: captions only"))
    window.stage.show_caption(LONG)
    return made


MINI_MAKERS: dict[str, Callable[[Any], Any]] = {
    "mini-hold": lambda w: mini(w, "cool_down_seed", 7, 25.0),
    "mini-reps": lambda w: mini(w, "pre_deadlift", 5, 17.0),
    "mini-switch": lambda w: mini(w, "pre_deadlift", 6, 1.2),
    "mini-said": _mini_said,
    "mini-alternate": lambda w: mini(w, "core_stability", 25, 20.2),
}
"""The mini window, which is a window of its own, by name."""

MAKERS: dict[str, Callable[[Any], None]] = {
    "routines": routines,
    "routines-filtered": _filtered,
    "routines-nothing": _nothing,
    "routines-sore": _sore,
    "routines-own": _own,
    "exercises": exercises,
    "exercises-filtered": _exercises_filtered,
    "exercises-nothing": lambda w: exercises(w, SOUGHT),
    "exercises-sore": _exercises_sore,
    "exercise": lambda w: _exercise(w, "bird_dog"),
    "exercise-end": lambda w: _exercise(w, "dead_bug", at_end=True),
    "exercise-long": lambda w: _exercise(w, "worlds_greatest_stretch"),
    **{
        f"chart-{name}": partial(_charts, name)
        for name in ("weeks", "years", "beside", "calendar", "pairs", "bars", "table")
    },
    "chart-read": _chart_read,
    "journal": _journal,
    "journal-empty": lambda w: w.go("journal"),
    "journal-deleted": _deleted,
    "journal-diary": _diary,
    "journal-month": _month_open,
    "journal-empty-day": _empty_day,
    "journal-long-ago": _long_ago,
    "journal-search": lambda w: _sought(w, "left"),
    "journal-search-nothing": lambda w: _sought(w, "kettlebell"),
    "journal-check": lambda w: _diary(w, "check"),
    "journal-seen": lambda w: _diary(w, "seen"),
    "journal-impact": lambda w: _diary(w, "impact"),
    "journal-background": lambda w: _diary(w, "background"),
    "report": report,
    "report-own": lambda w: report(w, tr("From … to …")),
    "report-notes": lambda w: report(w, tr("All notes in full, on pages of their own")),
    "journal-session": _session,
    "journal-session-versions": lambda w: _session(w, edited=True),
    "journal-session-change": lambda w: _session(w, editing=True),
    "journal-number": _number,
    "check": lambda w: check(w, starting="Core stability"),
    "check-answered": lambda w: check(w, leg_numb_side="left", leg_weakness="no", fever="no"),
    "check-full": lambda w: check(w, full=True),
    "check-full-begun": _check_begun,
    "check-course": _check_course,
    "level-emergency": lambda w: level(w, "emergency"),
    "level-urgent": lambda w: level(w, "urgent"),
    "level-crisis": lambda w: level(w, "crisis"),
    "level-cards": _level_cards,
    "seen": _seen,
    "sharing": lambda w: sharing(w, forked=True),
    "sharing-same": sharing,
    "sharing-none": lambda w: sharing(w, shared=False),
    "forks": forks,
    "journal-forks": _journal_forks,
    "forks-end": lambda w: forks(w, at_end=True),
    "forks-told": lambda w: forks(w, told=True),
    "checkin": checkin,
    "checkin-filled": lambda w: checkin(w, filled=True),
    "checkin-matter": _matter,
    "checkin-matter-filled": lambda w: _matter(w, filled=True),
    "checkin-another-day": _another_day,
    "checkin-four-words": _four_words,
    "checkin-flare": lambda w: checkin(w, flare=True),
    "checkin-entry": _entry,
    "checkin-entry-end": lambda w: _entry(w, at_end=True),
    "impact": _impact,
    "impact-filled": lambda w: _impact(w, 4, 5, 3),
    "mark": mark,
    "mark-compare": lambda w: mark(w, compares=True, filled=True),
    "mark-barred": lambda w: (stands(w, 8), w.entries.ask_mark())[1],
    "marked": lambda w: _marked(w, compares=False),
    "marked-compare": lambda w: _marked(w, compares=True),
    "today-morning": _morning,
    "today-due": lambda w: stands(w, 4),
    "today-self-care": lambda w: stands(
        w, 4, onset_time=_hours_ago(w, 20), movement_provoked="yes"
    ),
    "today-book": lambda w: stands(w, 4, onset_time=_hours_ago(w, 80), trend="same"),
    "today-urgent": lambda w: stands(w, 8),
    "today-crisis": lambda w: stands(w, 2, self_harm="yes"),
    "check-due": _check_due,
    "check-due-begun": lambda w: _check_due(w, 4),
    "check-due-answered": lambda w: _check_due(w, 9),
    "check-due-open": _check_due_open,
    "check-everything": lambda w: w.checks.open_full(),
    "settings-sound": sound_section,
    "settings-numbers": _numbers,
    "routine-preview": _preview,
    "routine-sore": _sore_pace,
    "background": _background,
    "background-empty": lambda w: _background(w, empty=True),
    "background-codes": lambda w: _background(w, at_end=True),
    "routine-changed": lambda w: _changed(w, "cool_down_seed", "KNE", "FLEX", "LEG"),
    "routine-nothing-left": lambda w: _changed(w, "core_stability", *CODES),
    "routines-changed": _routines_changed,
    "today-changed": _today_changed,
    "exercise-left-out": _exercise_left_out,
    "stage-easier": lambda w: (said(w, "KNE"), play(w, "cool_down_seed", 5, 5.0))[0],
    "floor-easier": lambda w: (said(w, "KNE"), _floor(w, "cool_down_seed", 5, 5.0))[0],
    "stage-preparing": _preparing,
    "stage-no-voice": lambda w: _state(w, tr("No voice: tones only")),
    "stage-silence": lambda w: _state(w, tr("Silence: captions only"), tr("Switch sides"), True),
    "stage-all-off": lambda w: _state(w, tr("Sound off: captions only")),
    "stage-back": lambda w: welcome_back(w, "core_stability", 9, 4),
    "stage-back-rest": lambda w: welcome_back(w, "pre_deadlift", 12, 2),
    "stage-dark": _dark,
    "stage-long-names": _long_routine,
    "floor-get-ready": _floor_asking,
    "floor-hold": lambda w: _floor(w, "cool_down_seed", 7, 25.0),
    "floor-reps": lambda w: _floor(w, "pre_deadlift", 5, 17.0),
    "floor-breaths": lambda w: _floor(w, "core_stability", 1, 14.2),
    "floor-switch": lambda w: _floor(w, "pre_deadlift", 6, 1.2),
    "floor-alternate": lambda w: _floor(w, "core_stability", 25, 20.2),
    "floor-paused": _floor_paused,
    **keeping_places.MAKERS,
    **trends_places.MAKERS,
}
