"""Forms to plan a journey, to record what happened, and to put it right."""
