"""Easy reading help: how large, how wide apart and how strong in colour a reader wants the words of every page."""
