"""A Tab offers what the program understands, in three real shells, and starts nothing for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tools.packages.commands import tree
from tools.packages.completions import shipped_ids, write_completions

from recovery_coach.base.paths import APP
from recovery_coach.coach.report import SECTIONS
from tests.packages.programs import ask
from tests.packages.shells import SHELLS, Desk, Offers

COMMANDS = list(tree().all())
FILES = ("my.toml", "with space.toml", "answers.json", "table.csv", "page.pdf", "sub/")
TOML = {"my.toml", "with space.toml", "sub"}
SHIPPED = shipped_ids()

OFFERED = {
    "": {command.path for command in COMMANDS if len(command.words) == 1},
    "m": {"mark", "my.toml"},
    "journal ": {c.words[1] for c in COMMANDS if len(c.words) == 2 and c.words[0] == "journal"},
    "routines ": {"add"},
    # Routines and exercises: shipped, one's own, files.
    "play ": {*SHIPPED.routines, "mine", *TOML},
    "play pre_s": {"pre_squat"},
    "show m": {"morning_desk_reset", "mine", "my.toml"},
    "play w": {"warmup_general", "with space.toml"},
    "figure bird": {"bird_dog"},
    "figure my": {"my_stretch"},
    # Files of the kind that makes sense, and folders.
    "figure bird_dog ": {"sub"},
    "sheet express_3 ": {"page.pdf", "sub"},
    "validate my.toml ": TOML,
    "routines add w": {"with space.toml"},
    "red-flags ": {"answers.json", "sub"},
    "journal export ": {"answers.json", "table.csv", "sub"},
    "journal merge ": {one.removesuffix("/") for one in FILES},
    "journal restore j": {"journal-1.sqlite3"},
    "play express_3 --events ": {one.removesuffix("/") for one in FILES},
    # Words to choose from, after a blank and after a sign.
    "schema r": {"routine", "red-flags"},
    "figure bird_dog x.png --theme ": {"dark", "light", "contrast", "paper"},
    "figure bird_dog x.png --theme=l": {"light"},
    "journal list --kind p": {"pain"},
    "journal list --kind pain --kind s": {"session", "seen", "set"},
    "report --sections ": set(SECTIONS),
    "report --sections pain,b": {"body"},
    # Nothing, where only the person knows.
    "journal list --limit ": set(),
    "pain 3 --note ": set(),
    "journal delete ": set(),
    # --basedir may stand anywhere, with a folder.
    "--basedir ": {"sub"},
    "--basedir sub schema e": {"exercise"},
    "journal --basedir sub sync --folder ": {"sub"},
    # After two dashes nothing is an option any more.
    "show -- pre_": {"pre_deadlift", "pre_squat"},
}
"""What is offered at the end of a line. Where arguments end, zsh goes on to options: not here."""
SETS = {command.path: set(command.names) for command in COMMANDS}


@pytest.fixture(scope="module")
def share(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("share")
    write_completions(folder)
    return folder


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory, share: Path) -> Desk:
    made = Desk(tmp_path_factory.mktemp("person"), share)
    made.put(*FILES)
    made.own("library/routines/mine.toml", "library/exercises/my_stretch.toml")
    made.own("backups/journal-1.sqlite3", "library/routines/$(touch started).toml")
    return made


@pytest.fixture(scope="module", params=SHELLS)
def offers(request: pytest.FixtureRequest, desk: Desk) -> Offers:
    lines = [*(f"{APP} {line}" for line in OFFERED), *map(dashes, SETS)]
    return SHELLS[request.param](desk, lines)


def dashes(path: str) -> str:
    return f"{APP} {path} --" if path else f"{APP} --"


@pytest.mark.parametrize("line", OFFERED)
def test_what_is_offered(offers: Offers, line: str):
    found = offers[f"{APP} {line}"]
    # A name that a person would never give is offered as it is, if at all, and never carried out.
    assert {one for one in found if "touch" not in one} == OFFERED[line]


@pytest.mark.parametrize("path", SETS)
def test_every_option_of_every_command_is_offered(offers: Offers, path: str):
    wanted = {name for name in SETS[path] if name.startswith("--")} | {"--basedir"}
    assert {one for one in offers[dashes(path)] if one.startswith("--")} == wanted


def test_no_program_was_started_for_it(offers: Offers, desk: Desk):
    assert offers
    assert not desk.started.exists()
    assert not (desk.folder / "started").exists()


@pytest.mark.parametrize(
    ("shell", "place"),
    [
        ("bash", "bash-completion/completions/recovery-coach"),
        ("zsh", "zsh/vendor-completions/_recovery-coach"),
        ("fish", "fish/vendor_completions.d/recovery-coach.fish"),
    ],
)
def test_each_shell_can_read_its_file(share: Path, shell: str, place: str):
    assert ask(shell, "-n", str(share / place)) == (0, "")
