"""What a session sounds like: tones, a voice, and which of them when. No Qt; others play it."""
