"""Issues and the talk about them: posts, asks, who is affected, who looks after it."""
