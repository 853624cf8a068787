"""Playing a timeline: what is true at this instant, from an injected clock. No Qt, no journal."""
