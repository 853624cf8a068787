#!/usr/bin/env python3
"""Sets the project up in its own .venv, starts the app, and runs every check.

Standard library only, and no syntax newer than Python 3.8's, so that an older Python gets a clear
message. Nearly every start finds a valid stamp and does nothing, so modules are imported where
they are needed: `python3 -X importtime dev.py` tells what a start costs.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

USAGE = """\
usage: python3 dev.py run [ARGS...]                  start the app, set up on the first start
       python3 dev.py test [--all] [-- PYTEST ARGS]  every check; --all adds the long tests
       python3 dev.py pictures DIR                   draw the app's screens into DIR
       python3 dev.py bench [ARGS...]                run the benchmarks
       python3 dev.py package [WHAT...]              build what is installed, into dist/
       python3 dev.py strings [LANGUAGE...]          bring the translations up to date
       python3 dev.py lock [UV ARGS...]              pin the requirements anew (--upgrade for newer)
"""

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
OLDEST_PYTHON = (3, 11)
RECIPE = "1"  # raise it when a change of the steps below must reach every .venv

# The two kinds of set-up, what each covers, and what it is made from.
COVERS = {"app": ["app"], "dev": ["app", "dev"]}
REQUIREMENTS = {"app": "requirements/app.txt", "dev": "requirements/dev.txt"}
APT_LISTS = {"app": "packaging/linux/apt-app.txt", "dev": "packaging/linux/apt-dev.txt"}
# Needed by `package` and `test --all`; what pip installs for them has a place of its own in build/.
PACKAGE_APT_LIST = "packaging/linux/apt-package.txt"
PACKAGE_REQUIREMENTS = "requirements/package.txt"
# Needed besides pyproject.toml's dependencies: to install the project itself with nothing fetched
# unpinned, and to lock.
BUILD_TOOLS = ["hatchling", "editables"]
LOCK_TOOLS = ["uv"]

# Such text in a requirements file would tie it to one machine or one registry.
LEAKS = ("http", "index-url", "find-links", "file:")


class SetUpError(Exception):
    """Set-up cannot go on; the text tells the person why and what to do."""


def say(text: str) -> None:
    """Show progress; on standard error, as standard output is the app's."""
    print(text, file=sys.stderr, flush=True)


def call(command: list[str], *, cwd: Path | None = None) -> int:
    """Run a command with its output shown; its exit code, as a shell would tell it."""
    import subprocess

    code = subprocess.call(command, cwd=cwd)
    return code if code >= 0 else 128 - code


def succeeds(command: list[str]) -> bool:
    """Whether a command exits 0; its output is dropped."""
    import subprocess

    quiet = subprocess.DEVNULL
    try:
        return subprocess.call(command, stdin=quiet, stdout=quiet, stderr=quiet) == 0
    except OSError:
        return False


def succeeds_or_shows(command: list[str]) -> bool:
    """Whether a command exits 0; its output is shown only when it does not."""
    import subprocess

    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    if done.returncode != 0:
        say(done.stdout.decode(errors="replace").rstrip())
    return done.returncode == 0


# The stamp


def is_too_old(version: tuple[int, ...]) -> bool:
    """Whether a Python of this version cannot run the app."""
    return version[:2] < OLDEST_PYTHON


def find_program(venv: Path, name: str) -> Path:
    """Where a program of the .venv lies on this system."""
    return venv / "Scripts" / (name + ".exe") if os.name == "nt" else venv / "bin" / name


def describe_python(venv: Path) -> str:
    """The Python a .venv runs on; empty when there is none."""
    try:
        config = (venv / "pyvenv.cfg").read_text(encoding="utf-8", errors="replace")
        return f"{config}\n{find_program(venv, 'python').resolve(strict=True)}"
    except OSError:
        return ""


def make_digest(root: Path, kind: str, python: str) -> str:
    """One line that changes whenever a set-up made from ``root`` is out of date."""
    import hashlib

    digest = hashlib.sha256("\0".join([RECIPE, str(root), python]).encode())
    names = [table[part] for part in COVERS[kind] for table in (REQUIREMENTS, APT_LISTS)]
    for name in [*names, "pyproject.toml"]:
        digest.update(f"\0{name}\0".encode())
        digest.update((root / name).read_bytes())
    return digest.hexdigest()


def find_stamp(venv: Path, kind: str) -> Path:
    """The file that tells that a set-up was finished."""
    return venv / f"set-up-{kind}.stamp"


def write_stamp(venv: Path, kind: str, digest: str, missing: list[str]) -> None:
    """Note a finished set-up, and which system packages could not be installed."""
    stamp = find_stamp(venv, kind)
    unfinished = stamp.with_suffix(".new")
    unfinished.write_text("\n".join([digest, *missing]) + "\n", encoding="utf-8")
    unfinished.replace(stamp)


def read_stamp(venv: Path, kind: str, digest: str) -> list[str] | None:
    """The system packages missing at the last set-up, or None when one is due."""
    try:
        lines = find_stamp(venv, kind).read_text(encoding="utf-8").split()
    except (OSError, UnicodeDecodeError):
        return None
    return lines[1:] if lines[:1] == [digest] else None


def clear_stamps(venv: Path) -> None:
    """Forget every finished set-up: from here on the .venv is in the making."""
    for kind in COVERS:
        find_stamp(venv, kind).unlink(missing_ok=True)


# System packages


def parse_apt_list(text: str) -> list[str]:
    """The package names of an apt list: one a line, `#` starts a comment."""
    names = (line.partition("#")[0].strip() for line in text.splitlines())
    return [name for name in names if name]


def read_apt_list(root: Path, name: str) -> list[str]:
    """The Debian packages that a list names."""
    return parse_apt_list((root / name).read_text(encoding="utf-8"))


def parse_installed(text: str) -> set[str]:
    """What dpkg-query tells is installed, with the names that those packages stand in for.

    Newer releases renamed libraries (libglib2.0-0 became libglib2.0-0t64, which provides the old).
    """
    installed = set()
    for line in text.splitlines():
        status, name, provides = (line + "\t\t").split("\t")[:3]
        if status == "installed":
            installed.add(name)
            installed.update(part.split()[0] for part in provides.split(",") if part.strip())
    return installed


def find_missing(wanted: list[str]) -> list[str]:
    """The Debian packages not installed here; none where dpkg is not the system's."""
    import shutil
    import subprocess

    if not (shutil.which("dpkg-query") and shutil.which("apt-get")):
        return []
    form = "${db:Status-Status}\\t${Package}\\t${Provides}\\n"
    asked = subprocess.run(["dpkg-query", "-W", "-f", form], stdout=subprocess.PIPE, check=False)
    installed = parse_installed(asked.stdout.decode(errors="replace"))
    return [name for name in wanted if name not in installed]


def apt_commands(packages: list[str]) -> list[list[str]]:
    """The commands that install packages, for root."""
    apt = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    return [
        [*apt, "update", "-qq"],
        [*apt, "install", "-qq", "-y", "--no-install-recommends", *packages],
    ]


def apt_advice(packages: list[str]) -> str:
    """What a person types to install packages."""
    return "sudo apt-get install --no-install-recommends " + " ".join(packages)


def choose_prefix(is_root: bool, has_sudo: bool, has_terminal: bool) -> list[str] | None:
    """What to put before apt-get; None when it cannot be called from here."""
    if is_root:
        return []
    return ["sudo"] if has_sudo and has_terminal else None


def find_prefix() -> list[str] | None:
    """What to put before apt-get for this person, here and now."""
    import shutil

    user = getattr(os, "geteuid", None)
    return choose_prefix(
        is_root=user is not None and user() == 0,
        has_sudo=shutil.which("sudo") is not None,
        has_terminal=sys.stdin is not None and sys.stdin.isatty(),
    )


def install_system_packages(wanted: list[str]) -> list[str]:
    """Install what is missing, if this person may; the packages that are missing still."""
    missing = find_missing(wanted)
    if not missing:
        return []
    prefix = find_prefix()
    if prefix is not None:
        how = "with sudo, which may ask for your password" if prefix else "with apt-get"
        say(f"Installing system packages {how}: {' '.join(missing)}")
        # A failed update is not the end: the lists that are there may do.
        for command in apt_commands(missing):
            succeeds_or_shows([*prefix, *command])
        missing = find_missing(missing)
    if missing:
        say_missing(missing)
    return missing


def say_missing(missing: list[str]) -> None:
    """Tell which system packages to install by hand."""
    say(f"System packages are missing. The app may not start without:\n  {apt_advice(missing)}")


# The .venv


def find_site_packages(venv: Path) -> list[Path]:
    """The folders that hold a .venv's packages."""
    return [*venv.glob("lib/python*/site-packages"), *venv.glob("Lib/site-packages")]


def sweep_unfinished(venv: Path) -> list[str]:
    """Remove what an interrupted pip left, so that it installs those packages again.

    pip takes a package whose metadata is there for installed; it writes RECORD last.
    """
    import shutil

    swept = []
    for folder in find_site_packages(venv):
        half = [info for info in folder.glob("*.dist-info") if not (info / "RECORD").is_file()]
        for path in [*half, *folder.glob("~*")]:
            shutil.rmtree(path, ignore_errors=True)
            swept.append(path.name)
    return swept


def make_venv() -> None:
    """Make the .venv, or make a broken one anew. One that works is kept."""
    import shutil

    python = find_program(VENV, "python")
    if not (VENV / "pyvenv.cfg").is_file() or not succeeds([str(python), "-c", ""]):
        if VENV.is_symlink():
            raise SetUpError(f"{VENV} is a link to a broken environment: remove it and start again")
        if VENV.exists():
            say("The .venv is broken: making it anew")
            (VENV / "pyvenv.cfg").unlink(missing_ok=True)  # first: half removed, it stays broken
            shutil.rmtree(VENV)
        say(f"Making .venv with Python {sys.version.split()[0]}")
        if call([sys.executable, "-m", "venv", "--without-pip", str(VENV)]) != 0:
            raise SetUpError("Python's venv module failed: see above")
    check = f"import sys; sys.exit(sys.version_info < {OLDEST_PYTHON})"
    if not succeeds([str(python), "-c", check]):
        raise SetUpError(f"{VENV} holds an older Python: remove it and start again")
    sweep_unfinished(VENV)
    add_pip(python)


def add_pip(python: Path) -> None:
    """Put pip into the .venv when it is not there or not whole."""
    check = "import importlib.metadata as m, pip._internal.cli.main; m.version('pip')"
    if not succeeds([str(python), "-c", check]):
        command = [str(python), "-m", "ensurepip", "--upgrade"]
        if not succeeds_or_shows(command):
            raise SetUpError(f"pip could not be put into {VENV}: see above")


def is_debians_python() -> bool:
    """Whether the Python that runs this is the system's own, where that is in parts."""
    return Path(sys.executable).resolve().parent == Path("/usr/bin")


def find_venv_package() -> list[str]:
    """Debian's package with the part of the venv module that Debian splits off, when it lacks."""
    import importlib.util

    if importlib.util.find_spec("ensurepip") is not None:
        return []
    if is_debians_python():
        return [f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"]
    raise SetUpError(f"{sys.executable} has no ensurepip, so it cannot make a .venv: use another")


def find_shared_python() -> list[str]:
    """Debian's package of Python as a library: its program does without, a bundle does not."""
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    return [f"libpython{version}"] if is_debians_python() else []


def parse_pins(text: str) -> list[str]:
    """The `name==version` of each pin in a requirements file."""
    lines = (line.split() for line in text.splitlines() if line[:1].isalnum())
    return [words[0] for words in lines]


def install_requirements(kind: str) -> None:
    """Install the pinned and hashed packages, then the project itself on top."""
    import textwrap

    requirements = REQUIREMENTS[kind]
    pins = parse_pins((ROOT / requirements).read_text(encoding="utf-8"))
    names = textwrap.TextWrapper(
        98, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False
    )
    say(f"Installing {len(pins)} Python packages; the first time this fetches about 100 MB:")
    say(names.fill(" ".join(pins)))
    # Twice quiet: errors only, not a warning for each package about a mirror that lacks it.
    pip = [str(find_program(VENV, "python")), "-m", "pip", "install", "--quiet", "--quiet"]
    pip += ["--no-input", "--disable-pip-version-check", "--no-user"]
    if call([*pip, "--only-binary", ":all:", "--require-hashes", "-r", requirements], cwd=ROOT):
        raise SetUpError("pip could not install the packages: see above")
    say("Installing Recovery Coach itself, from this folder")
    if call([*pip, "--no-index", "--no-deps", "--no-build-isolation", "-e", "."], cwd=ROOT):
        raise SetUpError("pip could not install the project itself: see above")


def set_up(kind: str) -> None:
    """Make this checkout ready for running ("app") or for developing ("dev")."""
    missing = None
    if find_program(VENV, "recovery-coach").is_file():
        digest = make_digest(ROOT, kind, describe_python(VENV))
        missing = read_stamp(VENV, kind, digest)
        if missing:
            remind(kind, digest, missing)
    if missing is None:
        set_up_anew(kind)


def remind(kind: str, digest: str, missing: list[str]) -> None:
    """Tell what is missing since the last set-up, until it is there."""
    still = find_missing(missing)
    if still:
        say_missing(still)
    else:
        write_stamp(VENV, kind, digest, [])


def set_up_anew(kind: str) -> None:
    """Go through all stages of a set-up. Each may be interrupted: the next start repairs it."""
    say("Setting up Recovery Coach in " + str(ROOT))
    clear_stamps(VENV)
    wanted = [name for part in COVERS[kind] for name in read_apt_list(ROOT, APT_LISTS[part])]
    venv_package = find_venv_package()
    missing = install_system_packages([*venv_package, *wanted])
    lacking = [name for name in venv_package if name in missing]
    if lacking:
        raise SetUpError(f"No .venv can be made without {lacking[0]}: install that and start again")
    make_venv()
    install_requirements(kind)
    python = describe_python(VENV)
    for part in COVERS[kind]:
        write_stamp(VENV, part, make_digest(ROOT, part, python), missing)
    say("Set-up is done")


# Commands


def hand_over(program: Path, args: list[str]) -> int:
    """Become another program; on Windows, which cannot, wait for it."""
    command = [str(program), *args]
    if os.name != "nt":
        sys.stdout.flush()
        os.execv(command[0], command)
    return call(command)


def run(args: list[str]) -> int:
    """Start the app."""
    set_up("app")
    return hand_over(find_program(VENV, "recovery-coach"), args)


def split_test_args(args: list[str]) -> tuple[bool, list[str]] | None:
    """Whether all tests are meant, and pytest's own arguments; None when not understood."""
    at = args.index("--") if "--" in args else len(args)
    own, rest = args[:at], args[at + 1 :]
    return ("--all" in own, rest) if own in ([], ["--all"]) else None


def make_stages(python: str, run_all: bool, rest: list[str]) -> list[tuple[str, list[str]]]:
    """Each check's name and command, in order: quick ones first."""
    layers = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    choice = [] if run_all else ["-m", "not long"]
    return [
        ("ruff format --check", [python, "-m", "ruff", "format", "--check", "."]),
        ("ruff check", [python, "-m", "ruff", "check", "."]),
        ("mypy", [python, "-m", "mypy"]),
        ("lint-imports", [python, "-c", layers, "--no-logo"]),
        ("pytest", [python, "-m", "pytest", *choice, *rest]),
    ]


def test(args: list[str]) -> int:
    """Run every check, up to the first that fails. pytest's closing line stays the last one."""
    import time

    understood = split_test_args(args)
    if understood is None:
        return refuse()
    set_up("dev")
    if understood[0]:
        install_package_tools()
    stages = make_stages(str(find_program(VENV, "python")), *understood)
    for name, command in stages:
        print(f"== {name}", flush=True)
        start = time.monotonic()
        code = call(command, cwd=ROOT)
        took = time.monotonic() - start
        if code != 0:
            reason = "ran no test" if name == "pytest" and code == 5 else "failed"
            print(f"== {name} {reason}: exit code {code} after {took:.1f} s", flush=True)
            return code
        if name != "pytest":
            print(f"   {took:.1f} s", flush=True)
    return 0


def pictures(args: list[str]) -> int:
    """Draw the app's screens into a folder."""
    if len(args) != 1:
        return refuse()
    folder = str(Path(args[0]).absolute())
    set_up("dev")
    os.chdir(ROOT)
    return hand_over(find_program(VENV, "python"), ["-m", "tests.pictures", folder])


def bench(args: list[str]) -> int:
    """Run the benchmarks."""
    set_up("dev")
    os.chdir(ROOT)
    return hand_over(find_program(VENV, "python"), ["-m", "benchmarks", *args])


def install_package_tools() -> None:
    """Install the system packages that building packages needs."""
    install_system_packages([*read_apt_list(ROOT, PACKAGE_APT_LIST), *find_shared_python()])


def package(args: list[str]) -> int:
    """Build the wheel, the bundle and the packages."""
    set_up("dev")
    install_package_tools()
    os.chdir(ROOT)
    return hand_over(find_program(VENV, "python"), ["-m", "tools.packages", *args])


def strings(args: list[str]) -> int:
    """Bring the translations up to date, and begin the languages that are named."""
    set_up("dev")
    os.chdir(ROOT)
    return hand_over(find_program(VENV, "python"), ["-m", "tools.strings", *args])


def find_leaks(text: str) -> list[str]:
    """The lines of a requirements file that would tie it to one machine or one registry."""
    return [line for line in text.splitlines() if any(leak in line for leak in LEAKS)]


def lock(args: list[str]) -> int:
    """Pin the requirements anew for every system, keeping present pins where they still fit."""
    python = str(find_program(VENV, "python"))
    if not succeeds([python, "-m", "uv", "--version"]):
        set_up("dev")
    app = REQUIREMENTS["app"]
    tools = [*BUILD_TOOLS, *LOCK_TOOLS]
    return (
        lock_one(app, BUILD_TOOLS, args)
        or lock_one(REQUIREMENTS["dev"], tools, ["--group", "dev", "--constraint", app, *args])
        or lock_one(PACKAGE_REQUIREMENTS, [], ["--group", "package", "--constraint", app, *args])
    )


def lock_one(target: str, tools: list[str], args: list[str]) -> int:
    """Pin one requirements file."""
    import subprocess

    say(f"Pinning {target}")
    python = str(find_program(VENV, "python"))
    command = [python, "-m", "uv", "pip", "compile", "--quiet", "--universal"]
    command += ["--python-version", ".".join(map(str, OLDEST_PYTHON)), "--only-binary", ":all:"]
    command += ["--generate-hashes", "--no-header", "--no-annotate", "--no-emit-index-url"]
    command += ["--no-emit-find-links", "--output-file", target, *args, "pyproject.toml", "-"]
    code = subprocess.run(command, cwd=ROOT, input="\n".join(tools).encode()).returncode
    if code != 0:
        return code
    path = ROOT / target
    text = "# Made by `python3 dev.py lock`: change pyproject.toml, not this.\n" + path.read_text(
        encoding="utf-8"
    )
    path.write_text(text, encoding="utf-8", newline="\n")
    leaks = find_leaks(text)
    for line in leaks:
        say(f"{target} names a place: {line}")
    return 1 if leaks else 0


def refuse() -> int:
    """Tell the usage; the exit code of a command not understood."""
    print(USAGE, end="", file=sys.stderr)
    return 2


COMMANDS = {
    "run": run,
    "test": test,
    "pictures": pictures,
    "bench": bench,
    "package": package,
    "strings": strings,
    "lock": lock,
}


def main(argv: list[str]) -> int:
    """Do one command; its exit code."""
    if is_too_old(sys.version_info[:3]):
        version = ".".join(map(str, sys.version_info[:3]))
        say(f"Recovery Coach needs Python 3.11 or newer; {sys.executable} is Python {version}.")
        return 1
    if argv[:1] in (["-h"], ["--help"]):
        print(USAGE, end="")
        return 0
    if not argv or argv[0] not in COMMANDS:
        return refuse()
    try:
        return COMMANDS[argv[0]](argv[1:])
    except SetUpError as error:
        say(str(error))
        return 1
    except KeyboardInterrupt:
        say("Interrupted; the next start takes it up again")
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
