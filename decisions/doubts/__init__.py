"""This looks wrong: anyone can say so of what the site says about who decides, and a person looks at it."""
