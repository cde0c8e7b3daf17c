"""Screens that the room adds to the admin."""
