"""Wiring only: settings, addresses, base templates, static files, demo content, system checks."""
