"""Issues that are decided together: they show one journey, and each keeps its own page and talk."""
