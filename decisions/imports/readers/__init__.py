"""Readers of what councils publish (pure): bytes in, records and bad records out."""
