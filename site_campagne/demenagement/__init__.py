"""From SQLite to PostgreSQL, whole or not at all: every row is copied, read again on both sides, and compared."""
