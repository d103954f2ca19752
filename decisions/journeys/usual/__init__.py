"""The usual steps of a pathway on a real journey: laid out to start from, compared with, and what people can do."""
