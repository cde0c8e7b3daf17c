"""What an enumeration cannot read: it must say so rather than say nothing."""

import logging

from django.core.files.storage import Storage


class MagasinMuet(Storage):
    """A storage that cannot list its files."""


class SortieMuette(logging.Handler):
    """A handler that sends its lines who knows where."""

    def emit(self, record: logging.LogRecord) -> None:
        """Send nothing."""
