"""Addresses of the room: the public's, and the moderators'."""
