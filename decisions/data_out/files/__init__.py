"""The files, each with what it holds and the rows that anyone may read."""
