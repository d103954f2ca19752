"""What becomes of the talk: who decides, the way each issue takes, and what people can do about it."""
