"""Changes settings as they are chosen: in force and written at once, taken back at will."""

from __future__ import annotations

from collections.abc import Callable

from recovery_coach.app import App
from recovery_coach.base.i18n import tr
from recovery_coach.settings.model import TIMING, Timing
from recovery_coach.ui.toast import Toast

Undo = Callable[[], object]


class SettingsKeeper:
    """``wear`` is called after a change; ``offer`` with what would take it back, or None."""

    def __init__(
        self,
        app: App,
        toast: Toast,
        wear: Callable[[], object],
        offer: Callable[[Undo | None], object],
    ) -> None:
        self._app = app
        self._toast = toast
        self._wear = wear
        self._offer = offer
        self._before: dict[str, object] = {}
        self._about = ""

    def choose_pace(self, routine: str, name: str, value: float | str, text: str) -> None:
        """Something of one routine's pace; what is as usual is not its own."""
        settings = self._app.settings
        own = {**settings.timing.get(routine, {}), name: value}
        if value == getattr(settings, name):
            del own[name]
        self.choose(text, routine, timing=self._timing(routine, own))

    def as_usual(self, routine: str) -> None:
        """No time of its own for this routine."""
        self.choose(tr("As usual."), timing=self._timing(routine, {}))

    def _timing(self, routine: str, own: Timing) -> dict[str, Timing]:
        timing = {**self._app.settings.timing, routine: own}
        return {name: times for name, times in timing.items() if times}

    def choose(self, text: str, about: str = "", **changes: object) -> None:
        """A person chose this: ``text`` says what, with Undo."""
        before = self._before_all_of(changes, about)
        if before == changes:  # stepped away and back again
            self._toast.hide()
            self._offer(None)
            self.change(**changes)
            self._wear()
            return
        self._before, self._about = before, about

        def undo() -> None:
            self._before = {}
            self._offer(None)
            if self.change(**before):
                self._toast.say(tr("Taken back."))
            self._wear()

        self._offer(undo)
        if self.change(**changes):
            self._toast.say(text, undo)
        self._wear()

    def change(self, **changes: object) -> bool:
        """Change settings; says so and returns False where they could not be written."""
        try:
            self._app.change_settings(**changes)
        except OSError as error:
            text = tr(
                "The settings could not be saved: {why}. What you chose holds until you close the"
                " window. Choose it again once the disk can be written."
            )
            self._toast.say(text.format(why=error.strerror or error), stays=True)
            return False
        return True

    def _before_all_of(self, changes: dict[str, object], about: str) -> dict[str, object]:
        """What was before; for seconds stepped one by one, before the first of the steps."""
        stepped = all(name in (*TIMING, "timing") for name in changes)
        same = self._before.keys() == changes.keys() and self._about == about
        if stepped and same and self._toast.offers_undo:
            return self._before
        return {name: getattr(self._app.settings, name) for name in changes}
