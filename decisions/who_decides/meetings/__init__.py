"""The pages of meetings and decisions: they know what our issues have to do with them."""
