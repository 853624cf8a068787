"""Real shells that are asked what they would offer at the end of a line."""

from __future__ import annotations

import contextlib
import os
import pty
import subprocess
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from tests.packages.programs import there

Offers = Mapping[str, set[str]]
"""What is offered, by line; of a value only the part that is typed next."""

BASH = r"""
source "$SHARE/bash-completion/completions/recovery-coach"
while IFS= read -r line; do
    printf '== %s\n' "$line"
    COMP_WORDS=()
    for word in $line; do
        case $word in  # as readline takes words apart
            *=) COMP_WORDS+=("${word%=}" =) ;;
            *=*) COMP_WORDS+=("${word%%=*}" = "${word#*=}") ;;
            *) COMP_WORDS+=("$word") ;;
        esac
    done
    [[ $line == *' ' ]] && COMP_WORDS+=('')
    COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
    _recovery_coach
    printf '%s\n' "${COMPREPLY[@]}"
done < "$LINES_OF"
"""
FISH = r"""
source $SHARE/fish/vendor_completions.d/recovery-coach.fish
while read -l line
    echo "== $line"
    complete -C "$line" | string replace -r '\t.*' ''
end < $LINES_OF
"""
ZSH = r"""
fpath=($SHARE/zsh/vendor-completions $fpath)
autoload -U compinit && compinit -D -u
compadd() {
  if [[ ${@[1,(i)(-|--)]} != *-(O|A|D)\ * ]]; then
    typeset -a hits
    builtin compadd -O hits "$@"
    print -rl -- $hits >> $ANSWER
  fi
  builtin compadd "$@"
}
zle -C ask list-choices _main_complete
zle-line-init() {
  local line
  for line in "${(@f)$(<$LINES_OF)}"; do
    print -r -- "== $line" >> $ANSWER
    BUFFER=$line CURSOR=$#line
    zle ask
  done
  exit
}
zle -N zle-line-init
"""


class Desk:
    """A folder to sit in, completions to use, and programs that are found first."""

    def __init__(self, folder: Path, share: Path) -> None:
        self.folder = folder / "desk"
        self.folder.mkdir()
        self._own = folder / "own"
        self._programs = folder / "programs"
        self._programs.mkdir()
        self.started = folder / "started"
        """There once a program was started that no Tab should start."""
        for name in ("recovery-coach", "python", "python3"):
            path = self._programs / name
            path.write_text(f"#!/bin/sh\ntouch '{self.started}'\n", encoding="utf-8")
            path.chmod(0o755)
        self.script = folder / "script"
        self._lines, self._answer = folder / "lines", folder / "answer"
        self.environment = {
            **{k: v for k, v in os.environ.items() if not k.startswith("XDG_")},
            "PATH": f"{self._programs}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(folder),
            "ZDOTDIR": str(folder),
            "RECOVERY_COACH_HOME": str(self._own),
            "SHARE": str(share),
            "LINES_OF": str(self._lines),
            "ANSWER": str(self._answer),
            "TERM": "dumb",
            "LC_ALL": "C.UTF-8",
        }

    def put(self, *names: str) -> None:
        """Files in the folder one sits in; with a slash at the end, folders."""
        for name in names:
            path = self.folder / name
            path.mkdir() if name.endswith("/") else path.touch()

    def own(self, *names: str) -> None:
        """Files among the data of the program."""
        for name in names:
            path = self._own / "data" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch()

    def bash(self, lines: Iterable[str]) -> Offers:
        """Asked by the variables that readline sets."""
        return self._asked("bash", BASH, lines, "--norc")

    def fish(self, lines: Iterable[str]) -> Offers:
        """Asked by its own means."""
        return self._asked("fish", FISH, lines, "--no-config")

    def _asked(self, shell: str, script: str, lines: Iterable[str], option: str) -> Offers:
        there(shell)
        self._write(lines)
        self.script.write_text(script, encoding="utf-8")
        done = subprocess.run(
            [shell, option, str(self.script)],
            cwd=self.folder, env=self.environment, capture_output=True, text=True, check=False,
            timeout=60,
        )  # fmt: skip
        assert done.stderr == ""
        return _read(done.stdout)

    def zsh(self, lines: Iterable[str]) -> Offers:
        """Asked in its line editor, on a terminal of its own."""
        there("zsh")
        self._write(lines)
        (self.folder.parent / ".zshrc").write_text(ZSH, encoding="utf-8")
        self._answer.write_text("", encoding="utf-8")
        ours, its = pty.openpty()
        with subprocess.Popen(
            ["zsh", "-i"], stdin=its, stdout=its, stderr=its,
            cwd=self.folder, env=self.environment, start_new_session=True,
        ) as process:  # fmt: skip
            os.close(its)
            with contextlib.suppress(OSError):  # how Linux tells the end of a terminal
                while os.read(ours, 4096):
                    pass
            process.wait(60)
        os.close(ours)
        return _read(self._answer.read_text(encoding="utf-8"))

    def _write(self, lines: Iterable[str]) -> None:
        self._lines.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _read(said: str) -> Offers:
    found: dict[str, set[str]] = {}
    for part in f"\n{said}".split("\n== ")[1:]:
        line, *offered = part.split("\n")
        plain = (one.replace("\\ ", " ").removesuffix("/") for one in offered if one)
        found[line] = {one.rpartition("=")[2].rpartition(",")[2] for one in plain}
    return found


Shell = Callable[[Desk, Iterable[str]], Offers]
SHELLS: dict[str, Shell] = {"bash": Desk.bash, "fish": Desk.fish, "zsh": Desk.zsh}
