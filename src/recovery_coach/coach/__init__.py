"""Use cases where the rooms below meet: practise a routine, hurt, what to do today."""
