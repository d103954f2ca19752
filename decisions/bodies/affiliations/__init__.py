"""Who speaks for which body, from when to when, confirmed by whom."""
