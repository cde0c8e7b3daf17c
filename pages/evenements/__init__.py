"""The events of the day: what resources submit, what the public finds, what calendars follow."""
