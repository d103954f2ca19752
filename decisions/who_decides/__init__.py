"""Pages that say who decides what: home, bodies."""
