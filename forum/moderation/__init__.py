"""Reports, rulings with a public log, first posts, and worries about someone."""
