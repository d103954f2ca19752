"""The forms of threads and posts."""
