"""What the journal tells: medians, gaps, changes, loads, as pure functions over plain records.

Nothing here knows of the journal, the clock or words: ``coach`` gathers the plain records of
``insight.plain`` and says in words what came of them. What may be computed, and from how many
values on, is in facts 4.4, 4.5 and 4.11; nothing is ever filled in, and a gap stays a gap.
"""
