"""What you can do this week: one page, and one calendar, of all that people can do, across all issues and bodies."""
