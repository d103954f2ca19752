"""The way an issue takes: stops, moves, and all that is computed from them."""
