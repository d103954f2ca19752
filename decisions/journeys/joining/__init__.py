"""What councils publish, joined to what people raised: suggested, joined by a person, told as a draft of a move."""
