"""What a room above may follow beside Django's own signals: what is written by `update`, and says nothing of it."""

from typing import Final

from django.dispatch import Signal

# A recording was prepared: sent once it is written, with its `pk`.
enregistrement_pret: Final = Signal()
