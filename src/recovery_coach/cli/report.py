"""``report``: the diary of some weeks on a page for a clinician."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from recovery_coach.base.i18n import tr, trn
from recovery_coach.cli.drawing import check_ending, put, toolkit
from recovery_coach.cli.guard import WRONG_USE
from recovery_coach.cli.journal_asking import a_journal, refuse_our_own
from recovery_coach.cli.journal_list import read_day
from recovery_coach.cli.sheet import PaperSize
from recovery_coach.cli.terminal import Terminal, terminal_of

if TYPE_CHECKING:
    from recovery_coach.coach.report import Report, SectionId, Wish


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("report", help=tr("Put some weeks of the diary on a page for a clinician: a PDF."))(
        report
    )


def report(
    ctx: typer.Context,
    out: Annotated[
        Path | None,
        typer.Argument(metavar="[OUT.pdf]", help=tr("The PDF to write; it is replaced.")),
    ] = None,
    first: Annotated[
        str | None,
        typer.Option("--from", metavar="DAY", help=tr("The first day; left out: six weeks ago.")),
    ] = None,
    last: Annotated[
        str | None, typer.Option("--to", metavar="DAY", help=tr("The last day; left out: today."))
    ] = None,
    sections: Annotated[
        str | None,
        typer.Option(
            "--sections", metavar="NAMES", help=tr("What stands in it, with commas between.")
        ),
    ] = None,
    paper: Annotated[
        PaperSize | None,
        typer.Option("--paper", help=tr("The paper; if left out, what is usual in your country.")),
    ] = None,
    name: Annotated[
        str, typer.Option("--name", help=tr("A name to stand on it; it is kept nowhere."))
    ] = "",
    notes: Annotated[
        bool, typer.Option("--notes", help=tr("Every note in full, on pages of their own."))
    ] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help=tr("Print what stands in it as JSON."))
    ] = False,
) -> None:
    """Write a report for a clinician."""
    terminal = terminal_of(ctx)
    if out is None and not as_json:
        terminal.fail(tr("give the PDF to write, such as report.pdf"), WRONG_USE)
    if out is not None:
        check_ending(terminal, out, ".pdf")
        refuse_our_own(terminal, out)
    made = _make(terminal, _wish(terminal, first, last, sections, name, notes))
    if out is not None:
        content, pages = toolkit(terminal).report_file(
            terminal.app, made, paper.value if paper else None
        )
        put(terminal, out, content)
        if not as_json:
            count = trn("{n} page", "{n} pages", pages)
            terminal.say(tr("Written: {file} ({pages})").format(file=out, pages=count))
    if as_json:
        from recovery_coach.coach.report import as_json as content_of

        terminal.json(content_of(made))


def _make(terminal: Terminal, wish: Wish) -> Report:
    from recovery_coach.coach.reporting import make_report

    app = terminal.app
    with a_journal(terminal) as journal:
        return make_report(journal, app.library, wish, app.clock.now(), app.settings.week_start)


def _wish(
    terminal: Terminal,
    first: str | None,
    last: str | None,
    sections: str | None,
    name: str,
    notes: bool,
) -> Wish:
    from recovery_coach.coach.report import WEEKS, Wish
    from recovery_coach.insight.plain import Span, last_days

    today = terminal.app.clock.now().date()
    end = read_day(terminal, last, today)
    begin = read_day(terminal, first, last_days(end, WEEKS * 7).first)
    if end > today or begin > end:
        wanted = tr("give days from the past, the first before the last")
        terminal.fail(wanted, WRONG_USE)
    chosen = _sections(terminal, sections)
    return Wish(span=Span(begin, end), sections=chosen, name=name, notes=notes)


def _sections(terminal: Terminal, text: str | None) -> frozenset[SectionId]:
    from recovery_coach.coach.report import SECTIONS

    if text is None:
        return frozenset(SECTIONS)
    names = {one.strip() for one in text.split(",")} - {""}
    unknown = sorted(names - set(SECTIONS))
    if unknown or not names:
        wanted = tr("{text} is no part of a report: give some of {names}")
        told = wanted.format(text=", ".join(unknown) or repr(text), names=", ".join(SECTIONS))
        terminal.fail(told, WRONG_USE)
    return frozenset(one for one in SECTIONS if one in names)
