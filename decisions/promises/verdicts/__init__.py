"""What changed? The people affected are asked after every ending, and again at set times."""
