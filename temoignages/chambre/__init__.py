"""Cryptography of the raw words: keyring, sealed columns, withdrawal codes, one-time tokens.

The design and its reasons stand in docs/decisions; the rules come from VIE_PRIVEE, sections 1 and 2.
"""
