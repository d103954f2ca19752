"""One append-only account of what was done, and the versions of things."""
