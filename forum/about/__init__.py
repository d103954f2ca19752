"""Pages about this place: safety, help now, accessibility, privacy."""
