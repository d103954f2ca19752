"""Promises: you said, we will. What bodies promised, what became of it, and what the people affected say of it."""
