"""The issue list, the issue page and this week."""
