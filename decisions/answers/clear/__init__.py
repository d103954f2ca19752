"""Was this clear? What readers say of official answers, and the words that they did not understand."""
