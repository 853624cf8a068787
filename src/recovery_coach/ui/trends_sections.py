"""Which sections Trends has below its first chart, and in which order: the most telling first."""

from __future__ import annotations

from collections.abc import Callable

from recovery_coach.ui.theme import Look
from recovery_coach.ui.trends_balance import BalanceSection
from recovery_coach.ui.trends_beside import BesideSection
from recovery_coach.ui.trends_factors import FactorsSection
from recovery_coach.ui.trends_load import LoadSection
from recovery_coach.ui.trends_parts import Section
from recovery_coach.ui.trends_phases import PhasesSection
from recovery_coach.ui.trends_response import ResponseSection


def make_sections(look: Look, begin: Callable[[], object]) -> tuple[Section, ...]:
    """All of them; ``begin`` marks a day from which on something is to be compared."""
    return (
        BesideSection(look),
        ResponseSection(look),
        PhasesSection(look, begin),
        FactorsSection(),
        LoadSection(look),
        BalanceSection(look),
    )
