"""Settings: `production` is the reference, `dev` and `tests` override it. One subject a file."""
