"""Worried about someone: read by safeguarding leads alone, each reading recorded, never public.

Kept behind a wall of its own: nothing outside this package reads the words of a worry.
"""
