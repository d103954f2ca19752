"""Editions: an issue or an answer made by people in another form: Easy Read, another language, a signed video."""
