"""What the room tells those above it."""

from django.dispatch import Signal

# Sent inside the transaction of a public change, once the rows are written. `codes`: the hashed codes it bears on.
paroles_changees = Signal()
