"""No news for long: a few of the people who could know are asked, in turn, never one person always."""
