"""What a session is heard with on this computer; all of it is loaded when the first one begins."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from recovery_coach.base.i18n import language

if TYPE_CHECKING:
    from recovery_coach.sound.performer import Loudspeaker
    from recovery_coach.sound.studio import Voice


class DesktopSound:
    """See ``recovery_coach.ui.sounding.Sound``."""

    def ready_to_load(self) -> None:
        """Load the libraries; in a thread, since they take a moment."""
        import recovery_coach.desktop.loudspeaker  # noqa: F401

    def loudspeaker(self, on_change: Callable[[], None]) -> Loudspeaker:
        """Plays through the usual device, and follows it; ``on_change`` tells that it changed."""
        from recovery_coach.desktop.loudspeaker import Loudspeaker as Mixer

        return Mixer(on_change)

    def voice(self) -> Voice:
        """A voice for the language in use. Raises NoVoiceError."""
        from recovery_coach.sound.system_voice import usual_voice

        return usual_voice(language())
