"""Two and three machines, and a courier between them that cannot be relied upon, until it can."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

import pytest

from recovery_coach.journal import Journal
from recovery_coach.journal.backups import Backups
from recovery_coach.journal.sharing import Exchanged, SharedFolder
from recovery_coach.journal.versions import Version
from tests.fakes import ManualClock
from tests.journal.courier import Courier
from tests.journal.histories import DAY, Step, World, picture

RUNS = [*range(30), *(pytest.param(seed, marks=pytest.mark.long) for seed in range(30, 330))]
DONE = ("write", "write", "write", "revise", "revise", "delete", "undo", "settle")
SECONDS = (1, 60, 3600, DAY, -3600, -400 * DAY)


class Machine:
    """One data folder with a journal, and its side of the shared folder."""

    def __init__(self, home: Path, journal: Journal, clock: ManualClock) -> None:
        self.journal = journal
        self.folder = home / "carried"
        self.backups = Backups(journal.path, clock)
        self.shared = SharedFolder(self.folder, home / "cache" / "shared.json", clock)
        self.cache = home / "cache"

    def exchange(self) -> Exchanged:
        done = self.shared.exchange(self.journal, self.backups)
        assert not done.trouble
        return done

    def forget(self) -> None:
        """The cache is thrown away."""
        for path in self.cache.iterdir():
            path.unlink()


@contextmanager
def machines(folder: Path, number: int) -> Iterator[tuple[World, list[Machine]]]:
    world = World(folder, number)
    try:
        yield (
            world,
            [
                Machine(path.parent, journal, clock)
                for path, journal, clock in zip(
                    world.paths, world.journals, world.clocks, strict=True
                )
            ],
        )
    finally:
        world.close()


@pytest.mark.parametrize("seed", RUNS)
def test_whatever_the_courier_does_in_the_end_all_show_the_same(seed: int, tmp_path: Path) -> None:
    chance = Random(seed)
    number = 2 + seed % 2
    with machines(tmp_path, number) as (world, there):
        courier = Courier([machine.folder for machine in there], chance)
        written: dict[str, Version] = {}
        for _ in range(60):
            at_random(chance, world, there, courier)
            written |= world.everything()
        keep_its_word(courier, there)

        first, *others = [picture(machine.journal) for machine in there]
        assert all(other == first for other in others)
        for machine in there:
            assert {one.version_id: one for one in machine.journal.versions()} == written
        assert all(is_quiet(machine) for machine in there)


def at_random(chance: Random, world: World, there: list[Machine], courier: Courier) -> None:
    """One thing that happens on one of the machines, or on the way between them."""
    index = chance.randrange(len(there))
    machine = there[index]
    what = chance.choice(("write", "write", "exchange", "collect", "bring", "bring", "close"))
    if what == "write":
        done, value = chance.choice(DONE), chance.randrange(11)
        seconds = chance.choice(SECONDS)
        world.do(Step(done, index, which=chance.randrange(11), value=value, seconds=seconds))
    elif what == "exchange":
        machine.exchange()
    elif what == "collect":
        courier.collect(machine.folder)
    elif what == "bring":
        courier.bring_one()
    elif chance.random() < 0.3 and machine.cache.exists():
        machine.forget()
    else:
        machine.shared.write(machine.journal)


def keep_its_word(courier: Courier, there: list[Machine]) -> None:
    """Each looks at what came, and everything is carried, until there is nothing new."""
    for _ in range(6):
        for machine in there:
            machine.exchange()
        own = {one.folder: one.shared.own_file(one.journal).name for one in there}
        if not courier.bring_all(own):
            return
    pytest.fail("they never came to rest")


def is_quiet(machine: Machine) -> bool:
    """Nothing is written, and nothing that is there brings anything."""
    done = machine.exchange()
    return not done.written and done.brought == 0
