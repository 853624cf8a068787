"""A session in the window, from its start or resumption to what is written of it.

Meanwhile it has the window to itself: the stage, the questions where it hurts, the finish.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from recovery_coach.base.i18n import tr
from recovery_coach.library.models import Routine
from recovery_coach.ui.host import Host, or_trouble

if TYPE_CHECKING:
    from recovery_coach.coach.practise import HurtAction
    from recovery_coach.ui.later import Practice, StagePage, Unfinished

GENTLE_ROUTINE = "sore_day_gentle"


class Sessions:
    """Starts and ends them. The one under way is the host's ``stage``."""

    def __init__(self, host: Host) -> None:
        self._host = host
        self.show_trouble = host.show_trouble

    # -- starting --------------------------------------------------------------------------

    def start_by_id(self, identifier: str) -> None:
        """Practise a routine of the library, now."""
        routine = self._host.app.library.routines.get(identifier)
        if routine is not None:
            self.start(routine)

    @or_trouble
    def start(self, routine: Routine) -> None:
        """Practise a routine, now, if what stands allows it."""
        self._host.gate(routine, lambda: self._begin_new(routine))

    @or_trouble
    def _begin_new(self, routine: Routine) -> None:
        from recovery_coach.ui.later import Practice

        host = self._host
        host.overview.hold()  # the number at the start may be a lower one, and clears nothing
        routine = host.overview.as_done(routine)
        if not routine.steps:
            host.show_today()
            return
        app, options = host.app, host.overview.options_for(routine.id)
        suiting = host.overview.suiting(routine)
        practice = Practice(routine, suiting, app.clock, host.journal, options)
        self._play(practice, 0)

    def _play(self, practice: Practice, at_segment: int) -> None:
        from recovery_coach.ui.awake import KeptAwake
        from recovery_coach.ui.later import SessionSound, StagePage
        from recovery_coach.ui.returning import Returning

        host = self._host
        chosen = host.app.settings
        stage = StagePage(practice, host.app.figures, host.look, chosen.count, chosen.flash)
        stage.over.connect(self._on_over)
        stage.hurts.connect(self._on_hurts)
        stage.worry.connect(lambda: host.check_full(self._after_check, self._after_check))
        stage.numbered.connect(self._on_before)
        stage.ending.connect(lambda: self.ask_to_end(closing=False))
        stage.silenced.connect(self._turn_silence)
        stage.trouble.connect(lambda text: host.messages.say(text, stays=True))
        KeptAwake(host, stage)
        Returning(host, stage)
        host.stage = stage
        host.messages.clear()
        host.show_page(stage, alone=True)
        sound = SessionSound(
            practice, host.around.sound, host.app.mix, host.app.paths.sounds, stage
        )
        sound.state_changed.connect(stage.show_sound_state)
        sound.ready.connect(lambda: self._begin(stage, at_segment))
        host.settings_changed.connect(sound.refresh)
        stage.sound = sound
        sound.prepare()
        stage.faces.show_floor(host.window().isFullScreen())

    def _begin(self, stage: StagePage, at_segment: int) -> None:
        """All that will be said is recorded; unless it was ended before it began."""
        if self._host.stage is stage and not stage.practice.player.ended:
            stage.begin(at_segment)

    def _turn_silence(self) -> None:
        """No sound any more, or sound again: now, and in the sessions to come."""
        stage = self._host.stage
        self._host.keeper.change(silent=not self._host.app.settings.silent)
        if stage is not None and stage.sound is not None:
            stage.sound.refresh()

    # -- one that was interrupted ------------------------------------------------------------

    def resume(self, unfinished: Unfinished) -> None:
        """Ask whether to go on with it, to keep what was done, or to discard it."""
        from recovery_coach.ui.later import ResumePage

        page = ResumePage(unfinished, self._host.app.clock.now())
        page.going_on.connect(lambda: self._go_on(unfinished))
        page.kept.connect(lambda: self._keep(unfinished))
        page.discarded.connect(lambda: self._discard(unfinished))
        self._host.show_page(page, alone=True)

    @or_trouble
    def _go_on(self, unfinished: Unfinished) -> None:
        from recovery_coach.ui.later import go_on

        host = self._host
        if host.journal is None:
            return
        routine = unfinished.routine
        if routine is None:
            return

        def begin() -> None:
            assert host.journal is not None
            self._play(*go_on(unfinished, host.app.library.exercises, host.app.clock, host.journal))

        host.gate(routine, begin)

    @or_trouble
    def _keep(self, unfinished: Unfinished) -> None:
        from recovery_coach.ui.later import keep

        if self._host.journal is not None:
            keep(unfinished, self._host.journal, self._host.app.clock)
        self._host.show_today()
        self._host.messages.say(tr("Kept what you did."))
        self._look_what_stands()

    @or_trouble
    def _discard(self, unfinished: Unfinished) -> None:
        from recovery_coach.ui.later import discard

        if self._host.journal is None:
            return
        version = discard(unfinished, self._host.journal, self._host.app.clock)
        self._host.show_today()
        self._host.messages.say_written(tr("Discarded."), version)
        self._look_what_stands()

    # -- what stands, in mid-session -----------------------------------------------------------

    @or_trouble
    def _on_before(self) -> None:
        """The number at the start may close what was open until it was given (facts 4.4)."""
        host, stage = self._host, self._host.stage
        if stage is None:
            return
        host.overview.hold()
        routine = stage.practice.routine
        if host.overview.standing().may_begin(routine.gentle) != "begin":
            stage.pause()
            host.gate(routine, self._back_to_stage, self._end_to_today)

    @or_trouble
    def _after_check(self) -> None:
        """Back to the session, if nothing stands against it."""
        host, stage = self._host, self._host.stage
        if stage is not None and host.overview.standing().allows(stage.practice.routine.gentle):
            self._back_to_stage()
        else:
            self._end_to_today()

    def _back_to_stage(self) -> None:
        stage = self._host.stage
        if stage is not None:
            self._host.show_page(stage, alone=True)
            stage.come_back()

    def _end_to_today(self) -> None:
        self.end()
        self._host.show_today()

    def end(self) -> None:
        """What is under way ends, without its finish: what was answered came before it."""
        host, stage = self._host, self._host.stage
        if stage is None:
            return
        host.stage = None
        stage.end_after_check()
        host.leave_full_screen()
        if stage.sound is not None:
            stage.sound.close()
        if host.page is not stage:  # else it goes with the next page
            host.remove_page(stage)

    # -- when it hurts -----------------------------------------------------------------------

    def _on_hurts(self) -> None:
        from recovery_coach.ui.later import HurtPage

        host = self._host
        if host.stage is None:
            return
        page = HurtPage(host.stage.practice, host.look, host.app.figures, host.app.numbers())
        page.decided.connect(self.decide)
        host.show_page(page, alone=True)

    def decide(self, action: HurtAction) -> None:
        """Do what was chosen after a hurt."""
        host, stage = self._host, self._host.stage
        if stage is None:
            return
        practice = stage.practice
        if practice.player.ended:  # a warning sign has ended it already
            self.leave("")
            return
        host.show_page(stage, alone=True)
        practice.leave_hurt(action)
        if action == "gentle":
            self.leave("")
            host.open_routine(GENTLE_ROUTINE)
        elif action != "stop":
            stage.wake()

    # -- ending ------------------------------------------------------------------------------

    def ask_to_end(self, closing: bool) -> None:
        """It stands still until that is answered; ``closing`` closes the window with it."""
        host, stage = self._host, self._host.stage
        if stage is None or host.overlays.asking:
            return
        stage.faces.leave_mini()
        stage.pause()

        stops = {Qt.Key.Key_H: stage.stop_it_hurts, Qt.Key.Key_W: stage.stop_to_check}

        def end() -> None:
            host.show_page(stage, alone=True)
            stage.practice.stop("asked")
            if closing:
                host.close()

        def stay() -> None:
            if host.page is stage:
                stage.commands.toggle()

        host.overlays.ask(
            tr("End this session?"),
            tr("What you did so far is kept."),
            ((tr("Go on"), stay), (tr("End and keep it"), end)),
            stops if host.page is stage else {},
        )

    def _on_over(self) -> None:
        from recovery_coach.ui.later import FinishPage, HurtPage

        stage = self._host.stage
        if stage is None or isinstance(self._host.page, HurtPage):
            return
        page = FinishPage(stage.practice, self._host.look)
        page.saved.connect(lambda versions: self.leave(tr("Saved."), versions))
        page.skipped.connect(lambda: self.leave(tr("The session is saved.")))
        self._host.show_page(page, alone=True)

    def leave(self, message: str, versions: Sequence[str] = ()) -> None:
        """Back to Today; ``versions`` are what the finish wrote."""
        host = self._host
        stage, host.stage = host.stage, None
        host.leave_full_screen()
        host.show_today()
        if stage is not None:
            if stage.sound is not None:
                stage.sound.close()
            host.remove_page(stage)
        if stage is not None and stage.practice.trouble is not None:
            host.messages.say_trouble(stage.practice.trouble)
        elif message and host.journal is not None:
            host.messages.say_written(message, *versions)
        self._look_what_stands()

    @or_trouble
    def _look_what_stands(self) -> None:
        """A number or a stop may have brought about more than Today says."""
        self._host.overview.hold()
        if self._host.overview.standing().alarmed:
            self._host.show_level()
