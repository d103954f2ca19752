"""A council's own records, brought in: what it publishes is read, compared and kept, with where it came from."""
