"""What a body says, in its own card."""
