"""Settings of the apps that browser tests serve."""

SETTINGS = {
    "TESTING": True,
    "SECRET_KEY": "for the tests alone, and long enough for them",
    "RATE_LIMITS": "0",
    "MAIL_BACKEND": "locmem",
    "DEMO": "1",
    "ARGON2_QUICK": True,
}
