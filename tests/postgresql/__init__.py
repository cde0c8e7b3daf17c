"""What is proved on PostgreSQL only: collected there and nowhere else (tests/conftest.py)."""
