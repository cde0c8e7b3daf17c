"""The safe: a database of its own for wrapped keys and the ledger of withdrawals (VIE_PRIVEE, section 2)."""
