"""Backups and their return: sealed archives, the ledger that outlives them, the replay before the site opens.

The design and its reasons: docs/decisions/0049-sauvegardes.md.
"""
