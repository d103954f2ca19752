"""Bodies that decide, advise or check, and who speaks for them."""
