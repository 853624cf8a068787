"""The check of warning signs: rules as data, and a pure function that says what to do.

Never a diagnosis: it sends people to somebody who can look (facts 5). Nothing here reads a clock,
a file of the person's, or the journal; ``coach.standing`` joins it with what was written down.
"""
