"""The clocks of a journey: from which day each runs, the dates that they give, and what moves them."""
