"""Logs and error reports without a reader in them: no address, no query, no text. Ids, kinds, places in the code."""
