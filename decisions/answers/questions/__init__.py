"""Questions put to a body: who owes an answer, by when, and what came of it."""
