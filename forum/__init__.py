"""The people and the talk: accounts, threads, moderation, following. Imports nothing of `decisions`."""
