"""What the man page says beyond the help of each command, in the language in use."""

from __future__ import annotations

from recovery_coach.base.i18n import tr


def name() -> str:
    """One line, as `apropos` lists it."""
    return tr("guided routines for a lifter's back, and a private pain journal")


def description() -> tuple[str, ...]:
    """What it is, and what holds for every command."""
    return (
        tr(
            "Recovery Coach guides timed warm-ups, stretches and core work, and keeps a diary of"
            " how your back is doing. Without a command it opens its window; with files of"
            " routines it opens its window with them. Where no window can open it says so, and"
            " guides you in the terminal instead."
        ),
        tr(
            "Everything stays on this computer. There is no account and no network. What the"
            " commands print is in your language where there is a translation; the keys of JSON"
            " never change with it. Problems go to standard error, results to standard output."
        ),
    )


def before_options() -> str:
    """What holds for ``--basedir``."""
    return tr("`--basedir` may stand anywhere on the line.")


def more() -> dict[str, tuple[str, ...]]:
    """What a command's own help has no room for."""
    return {
        "show": (tr("Times that are left out come from the settings."),),
        "sheet": (tr("No display is needed."),),
        "play": (
            tr(
                "What is shown as done is in the journal. Where nobody sits at a terminal, nothing"
                " is asked and the routine plays to its end."
            ),
            tr(
                "Keys: `Space` pauses and goes on. `Left` and `Right` go back and skip, `-` and `+`"
                " go ten seconds back and on. `E` adds ten seconds. `Enter` is done, where the"
                " routine waits for you. `H` stops everything because it hurts. `Q` stops, and"
                " keeps what was done. `0` to `9`, and `X` for 10, are your pain while you get"
                " ready."
            ),
        ),
        "mark": (tr("It is undone like any entry, by `journal undo`."),),
        "report": (tr("Only its owner can read the file."),),
        "red-flags": (
            tr(
                "It is a check, not a diagnosis, and writes nothing down. `schema red-flags` lists"
                " what may be answered."
            ),
        ),
        "validate": (
            tr("A file is told by its folder (exercises, figures, routines) or by its content."),
        ),
        "routines add": (
            tr("One with the id of a shipped routine takes that one's place, and it says so."),
        ),
        "journal": (
            tr(
                "What would change something shows first what that is, and asks; where nobody can"
                " be asked, nothing is done without `--yes`. Of an id the first digits are enough."
                " Looking never makes a journal."
            ),
        ),
        "journal export": (
            tr("The file is yours alone, but not encrypted: whoever has it can read it."),
        ),
        "journal import": (
            tr(
                "Nothing that is here goes: it is a union, so it does not matter how often or in"
                " which order files come in. A backup is made before."
            ),
        ),
        "journal merge": (
            tr("Merge this way and the other way, and both computers hold the same."),
        ),
        "journal sync": (
            tr("The journal itself is never put there: each computer writes a file of its own."),
        ),
        "journal backup": (tr("Backups also come by themselves, one a day."),),
        "journal restore": (tr("What stood there before is kept, and named."),),
        "journal erase": (
            tr("It names what it cannot reach, such as files you exported, and asks for a word."),
        ),
    }


def exit_status() -> tuple[tuple[str, str], ...]:
    """Codes, as ``docs/cli.md`` has them."""
    return (
        ("0", tr("Done. A session that you stopped with `Q` counts as done.")),
        (
            "1",
            tr(
                "It did not work: a problem in a file, a journal that cannot be used, an answer"
                " that was no, a pipe that nobody reads."
            ),
        ),
        (
            "2",
            tr(
                "Wrong use: no such routine, file or session, a number or a time that cannot be"
                " meant; or something must be asked first, and nobody can be."
            ),
        ),
        ("3", tr("What stands in your journal does not leave it open.")),
        ("70", tr("An error that nobody foresaw. The message says where the log file is.")),
        (
            "129, 130, 143",
            tr(
                "`play` was ended by a closed terminal, by Ctrl-C, or by a polite kill; what was"
                " done is kept."
            ),
        ),
    )


def environment() -> tuple[tuple[str, str], ...]:
    """Variables that are read."""
    return (
        ("RECOVERY_COACH_HOME", tr("A folder to keep everything in, as with `--basedir`.")),
        (
            "LANGUAGE, LC_ALL, LC_MESSAGES, LANG",
            tr("Your language, unless the settings name one."),
        ),
        (
            "DISPLAY, WAYLAND_DISPLAY, QT_QPA_PLATFORM",
            tr("Where the window opens; without any of them the terminal guides you."),
        ),
        (
            "XDG_DATA_HOME, XDG_CONFIG_HOME, XDG_CACHE_HOME",
            tr("Where the files below are kept, if not in their usual folders."),
        ),
    )


def files() -> tuple[tuple[str, str], ...]:
    """Where everything lies on Linux; ``paths`` tells it anywhere."""
    return (
        ("~/.local/share/recovery-coach/journal.sqlite3", tr("The journal.")),
        ("~/.local/share/recovery-coach/backups/", tr("Its backups.")),
        (
            "~/.local/share/recovery-coach/library/",
            tr("Exercises and routines of your own, laid over the shipped ones."),
        ),
        ("~/.config/recovery-coach/settings.toml", tr("The settings.")),
        (
            "~/.cache/recovery-coach/",
            tr("What can be made again, and `log/errors.log`. It may be deleted at any time."),
        ),
    )


def after_files() -> str:
    """What is not said by the places themselves."""
    return tr(
        "They are readable by their owner alone, and not encrypted. `recovery-coach paths` tells"
        " where they are. To remove the program leaves them; `recovery-coach journal erase` does"
        " not."
    )


def examples() -> tuple[tuple[str, str], ...]:
    """Commands, and what they are for."""
    return (
        ("recovery-coach play express_3", tr("Three minutes, guided here in the terminal:")),
        (
            "recovery-coach pain 3 --note 'stiff after the drive'",
            tr("A number, and a word on it:"),
        ),
        (
            "recovery-coach validate my_routine.toml",
            tr("Every mistake in a routine that you wrote, with its line:"),
        ),
        ("recovery-coach routines add my_routine.toml", tr("Into your own routines with it:")),
        (
            "recovery-coach report diary.pdf --from 2026-02-01",
            tr("A page for a clinician, from a day on:"),
        ),
        (
            "recovery-coach journal export journal.json",
            tr("Everything in one file, to take to another computer:"),
        ),
        (
            "recovery-coach --basedir /media/stick/coach",
            tr("The window, with everything kept on a memory stick:"),
        ),
    )


def limits() -> tuple[str, ...]:
    """What it is not. The first two are those of the window's first page."""
    return (
        tr(
            "It cannot say what is wrong with a back. It is not for emergencies. If"
            " something worries you, ask a health professional; the app will say so, too."
        ),
        tr(
            "It is not made for anyone under 16. When pregnant, use it only with"
            " professional advice."
        ),
        tr(
            "Its check of warning signs sends you to people; it cannot say that nothing is wrong,"
            " and it never does. Its rules for pain are borrowed from other joints and have not"
            " been validated for backs. The texts have not yet been reviewed by a clinician."
        ),
    )
