"""A routine laid out in time: segments with exact start and end, and the cues inside them."""
