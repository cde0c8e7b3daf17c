"""Trials under load: two nodes behind nginx, with PostgreSQL and Redis. `docs/exploitation/charge.md` says how.

They need a server of PostgreSQL: `python -m tests.services.postgresql pytest tests/charge`.
"""
