"""All checks, one after the other, and how they are told: as lines, or as JSON."""

from __future__ import annotations

import os
from typing import Any

from recovery_coach import __version__
from recovery_coach.base.i18n import number, tr, trn
from recovery_coach.cli.guard import FAILED
from recovery_coach.cli.proving.check import Check, Finding, Outcome, perform
from recovery_coach.cli.proving.place import Facts, facts
from recovery_coach.cli.proving.trial import Trial
from recovery_coach.cli.signals import Interrupted
from recovery_coach.cli.terminal import Terminal


def checks() -> tuple[Check, ...]:
    """Every check, in the order they are made."""
    from recovery_coach.cli.proving import heard, libraries, shipped, shown, translated, written

    folder, toolkit = "throwaway", "toolkit"
    return (
        Check("libraries", tr("Libraries"), libraries.check_libraries),
        Check("parts", tr("Every part of the program"), libraries.check_parts),
        Check("files", tr("Shipped files"), shipped.check_files),
        Check("catalogue", tr("Exercises and routines"), shipped.check_catalogue),
        Check("rules", tr("Questions and rules"), shipped.check_rules),
        Check("translations", tr("Translations"), translated.check_translations),
        Check("own_folders", tr("Your files"), written.check_own_folders),
        Check(folder, tr("A folder to try things in"), written.check_throwaway),
        Check("journal", tr("Journal"), written.check_journal, (folder,)),
        Check(toolkit, tr("Window toolkit"), shown.check_toolkit),
        Check("screen", tr("Windows on a screen"), shown.check_screen, (toolkit,)),
        Check("fonts", tr("Fonts"), shown.check_fonts, (toolkit,)),
        Check("icons", tr("Icons"), shown.check_icons, (toolkit,)),
        Check("figures", tr("Figures"), shown.check_figures, (toolkit, folder)),
        Check("pages", tr("Every page"), shown.check_pages, (toolkit, folder)),
        Check("papers", tr("On paper"), shown.check_papers, (toolkit, folder)),
        Check("output", tr("Sound output"), heard.check_output),
        Check("voice", tr("Voice"), heard.check_voice),
        Check("playing", tr("Three seconds of a routine"), _play, (folder,)),
    )


def _play(trial: Trial) -> Finding:
    from recovery_coach.cli.proving.played import check_playing  # all of a session: it may fail

    return check_playing(trial)


def prove(terminal: Terminal, as_json: bool) -> int:
    """Try everything and tell it; the exit code."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # nothing is shown, and nothing is heard
    os.environ["SDL_AUDIODRIVER"] = "dummy"
    app = terminal.app
    trial = Trial(app.resources, app.paths, app.clock)
    try:
        where = facts(trial)
        if not as_json:
            _say_where(terminal, where)
        done = _perform(terminal, trial, quiet=as_json)
    except Interrupted as interrupted:
        return interrupted.exit_code
    finally:
        trial.close()
    if as_json:
        terminal.json(_as_json(where, done))
    else:
        _say_end(terminal, done)
    return FAILED if _ids(done, "failed", "skipped") else 0


def _perform(terminal: Terminal, trial: Trial, quiet: bool) -> dict[str, Outcome]:
    """Make every check; each is told as soon as it is known, should the next one never end."""
    done: dict[str, Outcome] = {}
    for check in checks():
        outcome = done[check.id] = perform(check, trial, trial.clock, done)
        if not quiet:
            terminal.say(_line(outcome))
    return done


# -- saying it -------------------------------------------------------------------------------


def _say_where(terminal: Terminal, where: Facts) -> None:
    width = max(len(label) for label, _ in where.values())
    for label, value in where.values():
        terminal.say(f"{label:{width}}  {value or tr('none')}")
    terminal.say()


def _line(outcome: Outcome) -> str:
    finding = outcome.finding
    words = {
        "ok": tr("{label}: ok ({found})"),
        "warning": tr("{label}: warning: {found}. {mend}"),
        "failed": tr("{label}: failed: {found}. {mend}"),
        "skipped": tr("{label}: not tried, {found}"),
    }[finding.result]
    found = finding.found if finding.result == "ok" else finding.found.rstrip(".")
    return words.format(label=outcome.check.label, found=found, mend=finding.mend)


def _say_end(terminal: Terminal, done: dict[str, Outcome]) -> None:
    terminal.say()
    failed, warnings = _ids(done, "failed"), _ids(done, "warning")
    seconds = number(sum(outcome.seconds for outcome in done.values()), decimals=1)
    names = ", ".join(done[one].check.label for one in failed)
    if failed:
        text = trn("{n} check failed", "{n} checks failed", len(failed))
        terminal.say(tr("{count}: {names}.").format(count=text, names=names))
    elif warnings:
        text = trn("Everything works, with {n} warning", "Everything works, with {n} warnings",
                   len(warnings))  # fmt: skip
        terminal.say(tr("{text} ({seconds} s).").format(text=text, seconds=seconds))
    else:
        terminal.say(tr("Everything works ({seconds} s).").format(seconds=seconds))


def _as_json(where: Facts, done: dict[str, Outcome]) -> dict[str, Any]:
    return {
        "version": __version__,
        "ok": not _ids(done, "failed", "skipped"),
        "failed": _ids(done, "failed"),
        "warnings": _ids(done, "warning"),
        "seconds": round(sum(outcome.seconds for outcome in done.values()), 3),
        "where": {key: value for key, (_, value) in where.items()},
        "checks": [
            {
                "id": one.check.id,
                "name": one.check.label,
                "result": one.finding.result,
                "found": one.finding.found,
                "mend": one.finding.mend,
                "seconds": round(one.seconds, 3),
            }
            for one in done.values()
        ],
    }


def _ids(done: dict[str, Outcome], *results: str) -> list[str]:
    return [one.check.id for one in done.values() if one.finding.result in results]
