"""What the room tells those above it."""

from django.dispatch import Signal

# Sent inside the transaction of a public change, once the rows are written. `codes`: the hashed codes it bears on.
paroles_changees = Signal()
# Sent once texts are gone from every page: what follows may be slow. `retraits`: their hashed codes, each with when it
# was taken back, the first time.
retraits_faits = Signal()
