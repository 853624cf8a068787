"""Recovery Coach: guided routines and a private pain journal for a lifter's back."""

__version__ = "0.1.0"
