"""Deadlines: rules, calendars of bank holidays and the arithmetic of days, each date with its working in words.

Pure: no Flask, no database. A rule and the calendars are data of a pack; a clock is a rule and the day that it
started on, and whoever keeps it keeps both. `work_out` gives a date with its working; `redating` says which dates
move when a calendar changes.
"""
