"""What can go wrong with a machine, a disk, a clock and a file, each with the real program."""
