"""Packs: who decides what, as documents. What an entry may say, files, checks, what is kept, what people change."""
