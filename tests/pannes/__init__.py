"""Outages, for real: what the site stands on is killed, frozen or filled, and brought back, while people use it.

What each one is for readers, and what to do: docs/exploitation/pannes.md.
"""
