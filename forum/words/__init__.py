"""Hard words: the terms that the checker of plain language knows, and the address that checks a text."""
