"""What the person of the sample journal writes: plain, long, foreign, and hard on a file format.

It is a person's own text, so it is in no catalogue of translations.
"""

from __future__ import annotations

NOTES = (
    "Tight on the left when getting up.",
    "Long day at the desk, six hours without a break.",
    "Easier after the second round.",
    "After a long drive.",
    "Slept on the sofa, my own fault.",
    "Deadlifts moved to Tuesday.",
    "Good day.",
    "Walked home instead of the bus, that helped.",
    "Carried the shopping upstairs in one go.",
    "Warm shower first, then the warm-up.",
    "Belt one hole looser than usual.",
    "Bar path felt off, stopped a set early.",
    "Left hip again, not the back.",
    "Cat-cow is boring but it does something.",
    "New shoes for squats.",
    "Gym was packed, shortened the rests.",
    "Paused squats only.",
    "Garden all afternoon.",
    "Gentle set before bed.",
    "Nothing special.",
)
"""Most of them: short, and about the day."""

SPECIAL = (
    "=SUM(sets) was 24 today, more than I meant to do.",
    'Physio said: "Keep moving, but leave two in the tank."',
    "Über Nacht steif; Rücken müde, Füße kalt. Später besser.",
    "Morning: stiff for a while, then fine.\nEvening: sat too long, paid for it.",
    "-2.5 kg on the bar, +1 rep. Fair trade.",
    "Cold, rain, 3 °C, and the car seat of a friend – 200 km each way… never again.",
    "@Anna asked how it is going; told her “so-so”, which is true.",
    "+5 kg on the row, felt easy; pull-ups, too.",
    (
        "Deadlifts moved from Tuesday to today, since the hall was closed. Slept five hours, "
        "the left side felt tight when standing up, better after the third round of the warm- "
        "up; next time the band lower, the pause longer, and no talking between the sets. "
        "Weight was 10 % below the plan, and that was enough.\n\n"
        "Note to self: it is never the last set that I regret, it is the one after the one I "
        "had planned to be the last."
    ),
    "Comma, semicolon; tab\tand a 'quote' – all in one line, to annoy whoever exports this.",
    "第一次 tried the new mat. 👍",
    (
        "Two weeks of holiday behind me: swimming, sand, a bad bed. Had expected worse. The "
        "first session after it was light, every move from the list, none left out; the side "
        "plank on the left is where I notice the break most, the right one is as it was."
    ),
)
"""What a file of ours has to survive: quotes, a line break, umlauts, formulas."""

FLARES = (
    "Last rep of the last set, rounded at the bottom.",
    "Picked up a box from the car, twisted.",
    "Two hours on a folding chair.",
    "Bad night, then heavy pulls. Should have known.",
)

SESSIONS = (
    "",
    "",
    "",
    "Bird dog steadier than last week.",
    "Left side shakes more in the side plank.",
    "Hurried.",
    "Took the longer pauses.",
    "Band was too strong for the pull-aparts.",
)

LATER = (
    " (Written the evening after.)",
    " Later: it was the left side.",
    " Not as bad as it felt.",
)
"""Put behind a note when it is changed."""
