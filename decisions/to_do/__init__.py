"""What waits for a person, most harmful first."""
